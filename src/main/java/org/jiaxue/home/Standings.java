package org.jiaxue.home;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Standing;
import org.springframework.stereotype.Component;

/** How the lessons stand with their reviews, in the catalogue's order. */
@Component
class Standings {

    private final Catalogue catalogue;

    Standings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A lesson and how it stands. */
    record Reviewed(Lesson lesson, Standing standing) {

        Standing.State state() {
            return standing.state();
        }
    }

    static String slug(Standing.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Standing.State> named(String slug) {
        return Arrays.stream(Standing.State.values())
                .filter(it -> slug(it).equals(slug))
                .findFirst();
    }

    List<Reviewed> all() {
        Map<LessonId, Standing> standings = catalogue.standings();
        return catalogue.lessons().stream()
                .flatMap(lesson ->
                        Optional.ofNullable(standings.get(lesson.id())).stream()
                                .map(it -> new Reviewed(lesson, it)))
                .toList();
    }

    /** How many lessons stand in each way; a way in which none stands is left out. */
    Map<Standing.State, Long> counts() {
        return all().stream()
                .collect(Collectors.groupingBy(Reviewed::state, Collectors.counting()));
    }
}
