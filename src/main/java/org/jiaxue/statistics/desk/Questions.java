package org.jiaxue.statistics.desk;

import java.util.Map;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.statistics.Asked;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Question;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the form of the page, and refuses what its reader may not see. */
@Component
class Questions {

    private static final String ALL_PLATFORMS = "all";

    private final Regions regions;
    private final Access access;
    private final Choices choices;

    Questions(Regions regions, Access access, Choices choices) {
        this.regions = regions;
        this.access = access;
        this.choices = choices;
    }

    /**
     * Reads what was sent. Without a division it is the first that the viewer may see. What one
     * choice leaves without sense beside another (stages of certificates) is given by part, since a
     * form without script cannot take it out of its list.
     */
    Asking read(Viewer viewer, Map<String, String> sent) {
        String code = sent.get("division");
        Division place = Asked.division(regions, code == null ? first(viewer) : code);
        access.require(viewer, Deed.READ_FIGURES, place.code());
        Measure measure = Asked.measure(sent.getOrDefault("measure", Measure.LESSONS.slug()));
        By wanted = Asked.by(sent.getOrDefault("by", By.DIVISION.slug()));
        By by = measure.has(wanted, place.code().length()) ? wanted : By.DIVISION;
        String time = sent.getOrDefault("time", Choices.LAST_WEEKS);
        Question question =
                new Question(
                        place.code(),
                        measure,
                        by,
                        choices.periods(time),
                        platform(measure, by, sent.getOrDefault("platform", ALL_PLATFORMS)));
        return new Asking(place, Asked.answerable(question), time, by != wanted);
    }

    private static @Nullable PlatformKind platform(Measure measure, By by, String slug) {
        boolean all = slug.equals(ALL_PLATFORMS) || measure != Measure.SCHOOLS || by == By.PLATFORM;
        return all ? null : Asked.platform(slug);
    }

    private String first(Viewer viewer) {
        return access.where(viewer, Deed.READ_FIGURES).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.forbidden("statistics.problem.nowhere")));
    }
}
