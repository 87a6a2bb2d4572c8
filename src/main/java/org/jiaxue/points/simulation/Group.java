package org.jiaxue.points.simulation;

import org.jiaxue.points.TrialGrading.Reached;

/** What guardians of a county or a stage come to together. */
final class Group {

    private long guardians;
    private long missing;
    private long more;
    private long less;
    private long pointsNow;
    private long pointsThen;
    private final Climb[] climbs;

    Group(int rungs) {
        this.climbs = new Climb[rungs];
        for (int rung = 0; rung < rungs; rung++) {
            climbs[rung] = new Climb();
        }
    }

    /** How many reach a level, of how many who stand in its layer. */
    static final class Climb {

        private int standNow;
        private int standThen;
        private int now;
        private int then;
        private int otherwise;

        private void add(int at, int triedAt, int times) {
            standNow += at == Reached.NOT_THERE ? 0 : times;
            standThen += triedAt == Reached.NOT_THERE ? 0 : times;
            now += at < 0 ? 0 : times;
            then += triedAt < 0 ? 0 : times;
            otherwise += Math.max(at, -1) == Math.max(triedAt, -1) ? 0 : times;
        }

        private void addAll(Climb other) {
            standNow += other.standNow;
            standThen += other.standThen;
            now += other.now;
            then += other.then;
            otherwise += other.otherwise;
        }

        int standNow() {
            return standNow;
        }

        int standThen() {
            return standThen;
        }

        int now() {
            return now;
        }

        int then() {
            return then;
        }

        /** How many reach it on one side only, or after another time. */
        int otherwise() {
            return otherwise;
        }
    }

    /**
     * Adds a guardian.
     *
     * @param times 1; -1 to take one out again
     */
    void add(int now, int then, Reached reached, int times) {
        guardians += times;
        more += then > now ? times : 0;
        less += then < now ? times : 0;
        pointsNow += (long) times * now;
        pointsThen += (long) times * then;
        for (int rung = 0; rung < climbs.length; rung++) {
            climbs[rung].add(reached.now(rung), reached.then(rung), times);
        }
    }

    /** Adds one who belongs here and did not learn, or for another child. */
    void miss(int times) {
        missing += times;
    }

    void addAll(Group other) {
        guardians += other.guardians;
        missing += other.missing;
        more += other.more;
        less += other.less;
        pointsNow += other.pointsNow;
        pointsThen += other.pointsThen;
        for (int rung = 0; rung < climbs.length; rung++) {
            climbs[rung].addAll(other.climbs[rung]);
        }
    }

    long guardians() {
        return guardians;
    }

    /** How many belong here and are not among the guardians. */
    long missing() {
        return missing;
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

    Climb climb(int rung) {
        return climbs[rung];
    }
}
