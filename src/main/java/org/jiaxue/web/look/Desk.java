package org.jiaxue.web.look;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jiaxue.web.Deed;
import org.jspecify.annotations.Nullable;

/** Where the console's rail leads. */
public enum Desk {
    FRONT("/console", "home", "web.desk.front", null, null),
    SCHOOLS("/console/schools", "school", "web.desk.schools", Deed.RUN_SCHOOL, Deed.TEACH_CLASS),
    SCHOOL_LIST(
            "/console/schools/import",
            "file-text",
            "web.desk.school-list",
            Deed.IMPORT_SCHOOLS,
            null),
    ACTIVITIES(
            "/console/activities",
            "calendar-event",
            "web.desk.activities",
            Deed.RUN_ACTIVITY,
            null),
    RULES("/console/rules", "article", "web.desk.rules", Deed.DRAFT_RULES, null),
    RERUN("/console/points/recalculate", "refresh", "web.desk.rerun", Deed.APPROVE_RULES, null),
    CREDENTIALS(
            "/console/credentials",
            "certificate",
            "web.desk.credentials",
            Deed.REVOKE_CREDENTIAL,
            null),
    BENEFITS("/console/benefits", "star", "web.desk.benefits", Deed.OFFER_BENEFIT, null),
    COUNTER("/console/benefits/counter", "qrcode", "web.desk.counter", Deed.REDEEM_BENEFIT, null),
    CONFIRMATIONS(
            "/console/confirmations",
            "circle-check",
            "web.desk.confirmations",
            Deed.CONFIRM_FOR_CLASS,
            Deed.CONFIRM_FOR_COUNTY),
    HOLDS("/console/points/holds", "hourglass", "web.desk.holds", Deed.DECIDE_HOLDS, null),
    LIBRARY("/console/library", "books", "web.desk.lessons", Deed.SEE_REVIEWS, null),
    STAFF("/console/staff", "users", "web.desk.staff", Deed.GRANT_ROLES, null),
    AUDIT("/console/audit", "clock", "web.desk.audit", Deed.GRANT_ROLES, null),
    STATISTICS("/console/statistics", "chart-line", "web.desk.statistics", Deed.READ_FIGURES, null);

    /** What belongs to a class lies beside the schools and is a part of theirs. */
    private static final String CLASSES = "/console/classes/";

    /** The checks of the ledger are reached from the rules by which it credits. */
    private static final String LEDGER = "/console/ledger";

    /** Programs that are trusted are reached from those who work here. */
    private static final String CLIENTS = "/console/clients";

    private final String path;
    private final String icon;
    private final String key;
    private final @Nullable Deed needs;
    private final @Nullable Deed or;

    Desk(String path, String icon, String key, @Nullable Deed needs, @Nullable Deed or) {
        this.path = path;
        this.icon = icon;
        this.key = key;
        this.needs = needs;
        this.or = or;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /** The message key of its name. */
    public String key() {
        return key;
    }

    /**
     * The places that one with any of what a place needs can open; the front desk is open to all
     * staff.
     */
    public static List<Desk> openTo(Set<Deed> deeds) {
        return Arrays.stream(values())
                .filter(desk -> desk.needs == null || desk.among(deeds))
                .toList();
    }

    private boolean among(Set<Deed> deeds) {
        return (needs != null && deeds.contains(needs)) || (or != null && deeds.contains(or));
    }

    /**
     * Whether a page lies under this place, and under no other that is nearer to it.
     *
     * @param asked the path asked for, a query may follow
     */
    public boolean holds(String asked) {
        int query = asked.indexOf('?');
        var page = query < 0 ? asked : asked.substring(0, query);
        return Arrays.stream(values())
                .filter(desk -> desk.covers(page))
                .max(Comparator.comparingInt(desk -> desk.path.length()))
                .filter(this::equals)
                .isPresent();
    }

    private boolean covers(String page) {
        return page.equals(path)
                || (this != FRONT && page.startsWith(path + "/"))
                || (this == SCHOOLS && page.startsWith(CLASSES))
                || (this == RULES && page.equals(LEDGER))
                || (this == STAFF && page.equals(CLIENTS));
    }
}
