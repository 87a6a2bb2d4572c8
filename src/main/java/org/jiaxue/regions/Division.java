package org.jiaxue.regions;

import java.util.Optional;
import org.jiaxue.web.Words;

/**
 * An administrative division.
 *
 * @param code the national code without trailing zeros: 2, 4, 6, 9 or 12 digits for a province,
 *     city, county, township or community (GB/T 2260 and the statistics bureau's extension)
 * @param name its name; the Chinese one in both languages where no English one is known
 */
public record Division(String code, Words name) {

    /** How deep a division lies. */
    public enum Level {
        PROVINCE(2),
        CITY(4),
        COUNTY(6),
        TOWNSHIP(9),
        COMMUNITY(12);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        /** How many digits a code of this level has. */
        public int digits() {
            return digits;
        }

        Optional<Level> above() {
            return switch (this) {
                case PROVINCE -> Optional.empty();
                case CITY -> Optional.of(PROVINCE);
                case COUNTY -> Optional.of(CITY);
                case TOWNSHIP -> Optional.of(COUNTY);
                case COMMUNITY -> Optional.of(TOWNSHIP);
            };
        }

        static Optional<Level> of(String code) {
            for (Level level : values()) {
                if (level.digits == code.length()) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }
    }

    public Level level() {
        return Level.of(code).orElseThrow();
    }

    /** The code of the division above; empty for a province. */
    public Optional<String> parent() {
        return level().above().map(it -> code.substring(0, it.digits));
    }
}
