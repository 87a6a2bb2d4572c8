package org.jiaxue.learning.lesson;

import java.util.List;
import java.util.Map;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.reflection.ReflectionStore;
import org.jiaxue.learning.reflection.ReflectionStore.Given;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.LookUps;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Says how far a guardian is with a lesson; pages that are asked for together ask together. */
@Component
class BegunLessons implements DisposableBean {

    private final CoverageStore coverage;
    private final ReflectionStore answers;
    private final LookUps<ReflectionStore.Key, Begun> lookUps;

    BegunLessons(CoverageStore coverage, ReflectionStore answers) {
        this.coverage = coverage;
        this.answers = answers;
        this.lookUps = new LookUps<>("begun", this::find);
    }

    /**
     * What a guardian did with a lesson.
     *
     * @param row null where they have not played any of it
     * @param given null where they have not answered its question
     */
    record Begun(@Nullable CoverageRow row, @Nullable Given given) {

        static final Begun NOTHING = new Begun(null, null);

        boolean completed() {
            return row != null && row.completedAt() != null;
        }

        boolean answered() {
            return given != null && given.right();
        }
    }

    Begun of(GuardianId guardian, LessonId lesson) {
        return lookUps.of(new ReflectionStore.Key(guardian, lesson));
    }

    private List<Begun> find(List<ReflectionStore.Key> keys) {
        Map<CoverageStore.Key, CoverageRow> rows =
                coverage.find(
                        keys.stream()
                                .map(it -> new CoverageStore.Key(it.guardian(), it.lesson()))
                                .toList());
        Map<ReflectionStore.Key, Given> given = answers.last(keys);
        return keys.stream()
                .map(it ->
                        new Begun(
                                rows.get(new CoverageStore.Key(it.guardian(), it.lesson())),
                                given.get(it)))
                .toList();
    }

    @Override
    public void destroy() {
        lookUps.close();
    }
}
