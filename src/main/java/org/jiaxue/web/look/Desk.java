package org.jiaxue.web.look;

/** Where the console's rail leads. */
public enum Desk {
    FRONT("/console", "home", "web.desk.front"),
    ACTIVITIES("/console/activities", "calendar-event", "web.desk.activities"),
    CREDENTIALS("/console/credentials", "certificate", "web.desk.credentials"),
    STATISTICS("/console/statistics", "chart-line", "web.desk.statistics");

    private final String path;
    private final String icon;
    private final String key;

    Desk(String path, String icon, String key) {
        this.path = path;
        this.icon = icon;
        this.key = key;
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
