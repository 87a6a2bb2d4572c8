package org.jiaxue.web.look;

/** The four tabs of a parent's pages. */
public enum Tab {
    TODAY("/", "sun", "web.tab.today"),
    LESSONS("/search", "books", "web.tab.lessons"),
    ACTIVITIES("/activities", "calendar-event", "web.tab.activities"),
    ME("/me", "user", "web.tab.me");

    private final String path;
    private final String icon;
    private final String key;

    Tab(String path, String icon, String key) {
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
     * Whether a page lies under this tab.
     *
     * @param asked the path asked for, a query may follow
     */
    public boolean holds(String asked) {
        int query = asked.indexOf('?');
        var page = query < 0 ? asked : asked.substring(0, query);
        return switch (this) {
            case TODAY -> page.equals("/");
            case LESSONS -> within(page, "/search", "/lessons", "/courses", "/columns", "/stages");
            case ACTIVITIES -> within(page, "/activities", "/live");
            case ME -> within(page, "/me", "/sign-in");
        };
    }

    private static boolean within(String page, String... roots) {
        for (var root : roots) {
            if (page.equals(root) || page.startsWith(root + "/")) {
                return true;
            }
        }
        return false;
    }
}
