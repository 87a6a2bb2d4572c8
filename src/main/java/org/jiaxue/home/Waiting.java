package org.jiaxue.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Standing;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.points.HoldDesk;
import org.jiaxue.points.LedgerCheck;
import org.jiaxue.points.RuleDesk;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;

/** What waits for a member of staff on the front desk: when it is due, what it is, one verb. */
@Component
class Waiting {

    /** At how many places of one's own open invitations are counted. */
    private static final int MOST_PLACES = 20;

    /** Lessons that wait for somebody's review. */
    private static final List<Standing.State> FOR_REVIEWERS =
            List.of(Standing.State.DUE, Standing.State.CHANGED, Standing.State.NEVER);

    /** Lessons that wait for somebody to change them. */
    private static final List<Standing.State> FOR_EDITORS = List.of(Standing.State.ASKED);

    private final People people;
    private final Access access;
    private final Standings standings;
    private final HoldDesk holds;
    private final LedgerCheck ledger;
    private final RuleDesk rules;

    Waiting(
            People people,
            Access access,
            Standings standings,
            HoldDesk holds,
            LedgerCheck ledger,
            RuleDesk rules) {
        this.people = people;
        this.access = access;
        this.standings = standings;
        this.holds = holds;
        this.ledger = ledger;
        this.rules = rules;
    }

    /** A thing that waits, in words, and where its verb leads. */
    record Row(String due, String what, String more, String verb, String href) {}

    List<Row> of(Frame frame) {
        List<Row> rows = new ArrayList<>();
        if (frame.viewer() instanceof Viewer.Staff staff
                && staff.scopes().contains(Viewer.Scope.ACCOUNT)
                && !people.hasSecondFactor(staff.id())) {
            rows.add(row(frame, "factor", 0, "/console/me/second-factor"));
        }
        addLedger(frame, rows);
        addHolds(frame, rows);
        addRules(frame, rows);
        addReviews(frame, rows);
        addInvitations(frame, rows);
        return rows;
    }

    private void addHolds(Frame frame, List<Row> rows) {
        HoldDesk.Waiting waiting = holds.waitingFor(frame.viewer());
        if (waiting.oldest() != null) {
            rows.add(
                    new Row(
                            frame.say(
                                    "home.waiting.holds.due", frame.texts().day(waiting.oldest())),
                            frame.say("home.waiting.holds", waiting.count()),
                            frame.say("home.waiting.holds.more"),
                            frame.say("home.waiting.holds.verb"),
                            HoldDesk.PATH));
        }
    }

    private void addRules(Frame frame, List<Row> rows) {
        RuleDesk.Waiting waiting = rules.waitingFor(frame.viewer());
        if (waiting.oldest() != null) {
            rows.add(
                    new Row(
                            frame.say(
                                    "home.waiting.rules.due", frame.texts().day(waiting.oldest())),
                            frame.say("home.waiting.rules", waiting.toDecide()),
                            frame.say("home.waiting.rules.more"),
                            frame.say("home.waiting.rules.verb"),
                            RuleDesk.PATH));
        }
        if (waiting.givenBack() > 0) {
            rows.add(row(frame, "rules.given-back", waiting.givenBack(), RuleDesk.PATH));
        }
    }

    private void addLedger(Frame frame, List<Row> rows) {
        if (access.where(frame.viewer(), Deed.CHECK_LEDGER).isEmpty()) {
            return;
        }
        ledger.last()
                .map(LedgerCheck.Checked::findings)
                .filter(findings -> findings > 0)
                .ifPresent(findings ->
                        rows.add(
                                row(
                                        frame,
                                        "ledger",
                                        Math.toIntExact(findings),
                                        "/console/ledger")));
    }

    private void addReviews(Frame frame, List<Row> rows) {
        if (access.where(frame.viewer(), Deed.SEE_REVIEWS).isEmpty()) {
            return;
        }
        boolean reviewer = !access.where(frame.viewer(), Deed.REVIEW_LESSONS).isEmpty();
        Map<Standing.State, Long> counts = standings.counts();
        for (Standing.State state : reviewer ? FOR_REVIEWERS : FOR_EDITORS) {
            int count = Math.toIntExact(counts.getOrDefault(state, 0L));
            String slug = Standings.slug(state);
            if (count > 0) {
                rows.add(row(frame, "review." + slug, count, "/console/library?state=" + slug));
            }
        }
    }

    private void addInvitations(Frame frame, List<Row> rows) {
        Stream.concat(
                        access.where(frame.viewer(), Deed.GRANT_ROLES).stream(),
                        access.organisations(frame.viewer(), Deed.GRANT_ROLES).stream()
                                .map(Object::toString))
                .limit(MOST_PLACES)
                .forEach(node -> {
                    int open = people.openInvitations(node);
                    if (open > 0) {
                        rows.add(row(frame, "invitations", open, "/console/staff?node=" + node));
                    }
                });
    }

    private static Row row(Frame frame, String kind, int count, String href) {
        String key = "home.waiting." + kind;
        return new Row(
                frame.say(key + ".due"),
                frame.say(key, count),
                frame.say(key + ".more"),
                frame.say(key + ".verb"),
                href);
    }

    /** Whether an expert's role is all they have, who cannot answer questions here yet. */
    boolean onlyExpert(Viewer viewer) {
        if (!(viewer instanceof Viewer.Staff staff)) {
            return false;
        }
        List<Grant> grants = people.grants(staff.id());
        return !grants.isEmpty() && grants.stream().allMatch(it -> it.role() == Role.EXPERT);
    }
}
