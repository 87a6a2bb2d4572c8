package org.jiaxue.web.look;

import java.time.LocalDate;

/** The window at the head of a row. */
public sealed interface Tile {
    /** What kind of thing is behind the window. */
    Lattice lattice();

    /** How much of the window is lit from below, in percent from 0 to 100. */
    int lit();

    /**
     * A lesson not yet finished.
     *
     * @param minutes its length, rounded up, at least 1
     * @param lit percent of it that was really seen
     */
    record Minutes(Lattice lattice, int minutes, int lit) implements Tile {
        public Minutes {
            lit = Math.clamp(lit, 0, 100);
        }
    }

    /** A lesson that counts as seen. */
    record Done(Lattice lattice) implements Tile {
        @Override
        public int lit() {
            return 100;
        }
    }

    /**
     * Something on a day.
     *
     * @param weekday whether the day of the week stands below the number, else the month
     */
    record Day(LocalDate date, boolean weekday) implements Tile {
        @Override
        public Lattice lattice() {
            return Lattice.DIAMONDS;
        }

        @Override
        public int lit() {
            return 0;
        }
    }

    /** A lesson of so many seconds, of which so many percent were really seen. */
    static Tile lesson(Lattice lattice, int seconds, int percentSeen, boolean completed) {
        return completed
                ? new Done(lattice)
                : new Minutes(lattice, Math.max(1, (seconds + 59) / 60), percentSeen);
    }
}
