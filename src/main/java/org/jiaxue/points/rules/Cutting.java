package org.jiaxue.points.rules;

/** Points that are cut by one cap after another, remembering the last that cut. */
final class Cutting {

    private int points;
    private Cut by = Cut.NONE;
    private int cap;

    Cutting(int points) {
        this.points = points;
    }

    void at(int left, Cut by, int cap) {
        if (left < points) {
            points = Math.max(0, left);
            this.by = by;
            this.cap = cap;
        }
    }

    int points() {
        return points;
    }

    Cut by() {
        return by;
    }

    int cap() {
        return cap;
    }
}
