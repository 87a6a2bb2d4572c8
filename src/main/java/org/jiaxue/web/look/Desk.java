package org.jiaxue.web.look;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jiaxue.web.Deed;
import org.jspecify.annotations.Nullable;

/** Where the console's rail leads. */
public enum Desk {
    FRONT("/console", "home", "web.desk.front", null),
    ACTIVITIES("/console/activities", "calendar-event", "web.desk.activities", Deed.RUN_ACTIVITY),
    SCHOOL_LIST("/console/schools/import", "school", "web.desk.school-list", Deed.IMPORT_SCHOOLS),
    CREDENTIALS(
            "/console/credentials", "certificate", "web.desk.credentials", Deed.REVOKE_CREDENTIAL),
    STATISTICS("/console/statistics", "chart-line", "web.desk.statistics", Deed.READ_FIGURES);

    private final String path;
    private final String icon;
    private final String key;
    private final @Nullable Deed needs;

    Desk(String path, String icon, String key, @Nullable Deed needs) {
        this.path = path;
        this.icon = icon;
        this.key = key;
        this.needs = needs;
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

    /** The places that one with these grants can open; the front desk is open to all staff. */
    public static List<Desk> openTo(Set<Deed> deeds) {
        return Arrays.stream(values())
                .filter(desk -> desk.needs == null || deeds.contains(desk.needs))
                .toList();
    }

    /**
     * Whether a page lies under this place.
     *
     * @param asked the path asked for, a query may follow
     */
    public boolean holds(String asked) {
        int query = asked.indexOf('?');
        var page = query < 0 ? asked : asked.substring(0, query);
        return page.equals(path) || (this != FRONT && page.startsWith(path + "/"));
    }
}
