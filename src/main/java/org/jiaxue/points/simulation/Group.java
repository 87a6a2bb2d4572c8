package org.jiaxue.points.simulation;

/** What guardians of a county or a stage come to together. */
final class Group {

    private long guardians;
    private long more;
    private long less;
    private long pointsNow;
    private long pointsThen;

    void add(int now, int then) {
        guardians++;
        more += then > now ? 1 : 0;
        less += then < now ? 1 : 0;
        pointsNow += now;
        pointsThen += then;
    }

    void addAll(Group other) {
        guardians += other.guardians;
        more += other.more;
        less += other.less;
        pointsNow += other.pointsNow;
        pointsThen += other.pointsThen;
    }

    long guardians() {
        return guardians;
    }

    long more() {
        return more;
    }

    long less() {
        return less;
    }

    long pointsNow() {
        return pointsNow;
    }

    long pointsThen() {
        return pointsThen;
    }
}
