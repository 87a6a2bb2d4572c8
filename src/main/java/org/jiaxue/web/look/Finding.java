package org.jiaxue.web.look;

/** What one thing that was checked came to. */
public enum Finding {
    PASSED("circle-check"),
    FAILED("circle-x"),
    CHANGED("refresh");

    private final String icon;

    Finding(String icon) {
        this.icon = icon;
    }

    /** The icon that says it without colour. */
    public String icon() {
        return icon;
    }
}
