package org.jiaxue.home;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the library stands with its reviews: a lesson is reviewed again a year after the last. */
@Component
class Reviews {

    static final Period EVERY = Period.ofYears(1);

    private final Catalogue catalogue;
    private final Times times;

    Reviews(Catalogue catalogue, Times times) {
        this.catalogue = catalogue;
        this.times = times;
    }

    /** How a lesson stands. */
    enum State {
        DUE,
        NEVER,
        REVIEWED;

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }

    /**
     * A lesson and its reviews.
     *
     * @param reviewedOn the day of the last one, if there was one
     */
    record Reviewed(Lesson lesson, State state, @Nullable LocalDate reviewedOn) {}

    /** All lessons in the catalogue's order. */
    List<Reviewed> all() {
        return catalogue.lessons().stream()
                .flatMap(lesson -> catalogue.content(lesson.id()).stream())
                .map(this::reviewed)
                .toList();
    }

    int count(State state) {
        return (int) all().stream().filter(it -> it.state() == state).count();
    }

    private Reviewed reviewed(LessonContent content) {
        @Nullable LocalDate last = content.reviewedOn();
        State state =
                last == null
                        ? State.NEVER
                        : last.plus(EVERY).isAfter(times.today()) ? State.REVIEWED : State.DUE;
        return new Reviewed(content.lesson(), state, last);
    }
}
