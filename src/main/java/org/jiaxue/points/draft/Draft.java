package org.jiaxue.points.draft;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that is not in force yet.
 *
 * @param body its file as it stands
 * @param written all who have written in it, who first began it first
 * @param edition rises with every edit, from 1
 * @param previewed the edition that was last looked at; 0 for none
 * @param decided by whom it was approved, refused or withdrawn
 * @param note what was said with a refusal
 * @param version given on approval; 0 before
 */
public record Draft(
        UUID id,
        Owner owner,
        String body,
        List<StaffId> written,
        StaffId editedBy,
        Instant editedAt,
        int edition,
        int previewed,
        State state,
        @Nullable StaffId decided,
        @Nullable Instant decidedAt,
        String note,
        int version) {

    /** The most characters of what is said with a refusal. */
    public static final int MOST_NOTE = 1_000;

    /** What has been decided of it. */
    public enum State {
        OPEN,
        APPROVED,
        REFUSED,
        WITHDRAWN;

        /** Its name in tables and message keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands; open ones are told apart by whether this edition was looked at. */
    public String standing() {
        return state == State.OPEN && ready() ? "previewed" : state.slug();
    }

    /** Whether exactly this edition was looked at. */
    public boolean ready() {
        return previewed == edition;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether it may still be written in; after a refusal it is open again by that. */
    public boolean editable() {
        return state == State.OPEN || state == State.REFUSED;
    }

    public boolean writtenBy(StaffId staff) {
        return written.contains(staff);
    }

    /** What its file says. */
    public RuleSet set() {
        return RuleFile.read("draft.yaml", body);
    }
}
