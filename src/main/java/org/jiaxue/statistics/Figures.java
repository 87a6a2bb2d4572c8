package org.jiaxue.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaxue.identity.Stage;
import org.jiaxue.schools.PlatformKind;

/**
 * A table of figures.
 *
 * @param question what was asked
 * @param periods the columns: those asked for that are closed, so that their figures stay
 * @param running those asked for that are not closed yet and therefore left out
 * @param before those asked for that had ended before anything was counted, left out as well
 * @param total the division's own row
 * @param rows its parts in order of code, those of unknown place last; never by figure
 */
public record Figures(
        Question question,
        List<Period> periods,
        List<Awaited> running,
        List<Period> before,
        Row total,
        List<Row> rows) {

    /**
     * A period that is still being counted.
     *
     * @param shownFrom the day of {@link Period#closes}; today where that has come and the closing
     *     has not
     */
    public record Awaited(Period period, LocalDate shownFrom) {}

    /** What a row is about. */
    public sealed interface About {

        /** A division. */
        record Of(String code) implements About {}

        /** Those of whom no more is known than that they live in this division. */
        record Elsewhere(String code) implements About {}

        /** A stage of what was learned. */
        record In(Stage stage) implements About {}

        /** A kind of platform that parent schools run on. */
        record On(PlatformKind platform) implements About {}
    }

    /**
     * A row.
     *
     * @param inhabited whether any guardian was registered there when a period was closed; if not,
     *     every figure is a true zero; always so for figures of institutions
     * @param figures one a period
     */
    public record Row(About about, boolean inhabited, List<Figure> figures) {}

    /** A figure, or why there is none. */
    public sealed interface Figure {

        /** A figure that may be shown. */
        record Shown(long value) implements Figure {}

        /** Fewer than ten guardians stand behind it, or fewer than ten are missing from it. */
        record Few() implements Figure {}

        /**
         * How many of a whole. It counts institutions and may always be shown.
         *
         * @param of the whole; where it is 0 or less than the part, it is not rightly known
         */
        record Part(long value, long of) implements Figure {

            /**
             * The share in percent, rounded half up to one decimal; shares of one whole need not
             * add up to 100. Empty where the whole is not known.
             */
            public Optional<BigDecimal> percent() {
                return of == 0 || of < value
                        ? Optional.empty()
                        : Optional.of(
                                BigDecimal.valueOf(100 * value)
                                        .divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP));
            }
        }

        /** Withheld so that another cannot be worked out from it. */
        record Guarded() implements Figure {}
    }
}
