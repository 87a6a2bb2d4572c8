package org.jiaxue.catalogue.review;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Review;
import org.jiaxue.catalogue.Reviewing;
import org.jiaxue.catalogue.Standing;
import org.jiaxue.identity.Audit;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes reviews, and tells how each lesson stands with them. */
@Component
public class Reviews {

    /** After so long a lesson that was found fine is reviewed again. */
    static final Period EVERY = Period.ofYears(1);

    private final ReviewStore store;
    private final Audit audit;
    private final Times times;

    Reviews(ReviewStore store, Audit audit, Times times) {
        this.store = store;
        this.audit = audit;
        this.times = times;
    }

    /**
     * Writes down what a reviewer said, unless it is what they said last of this edition. Whether
     * they may review is the caller's to ask.
     *
     * @param edition the edition that was read
     * @param note 1 to {@link Review#MOST_NOTE} characters where changes are asked for, else none
     */
    @Transactional
    public Reviewing record(
            Viewer.Staff reviewer,
            LessonId lesson,
            int edition,
            Review.Outcome outcome,
            @Nullable String note) {
        store.alone();
        OptionalInt now = store.edition(lesson);
        if (now.isEmpty()) {
            return new Reviewing.NoSuchLesson();
        }
        if (now.getAsInt() != edition) {
            return new Reviewing.ChangedMeanwhile();
        }
        Review review = new Review(lesson, edition, reviewer.id(), outcome, note, times.today());
        if (store.last(lesson, edition).filter(last -> same(last, review)).isPresent()) {
            return new Reviewing.Already();
        }
        store.add(review, times.now());
        store.nextEdition();
        audit.note(reviewer, "lesson.reviewed", lesson.toString());
        return new Reviewing.Recorded();
    }

    private static boolean same(Review last, Review now) {
        return last.by().equals(now.by())
                && last.outcome() == now.outcome()
                && Optional.ofNullable(last.note()).equals(Optional.ofNullable(now.note()));
    }

    /**
     * What was said of a lesson, the newest first.
     *
     * @param most how many at most
     */
    public List<Review> of(LessonId lesson, int most) {
        return store.of(lesson, most);
    }

    /** How every lesson stands today. */
    public Map<LessonId, Standing> standings() {
        LocalDate today = times.today();
        return store.lessons().stream()
                .collect(Collectors.toMap(ReviewStore.Row::lesson, row -> standing(row, today)));
    }

    private static Standing standing(ReviewStore.Row row, LocalDate today) {
        @Nullable LocalDate day =
                ofThisEdition(row) || row.fileSays() == null ? row.lastOn() : row.fileSays();
        return new Standing(state(row, today), row.edition(), day);
    }

    /** The word of a lesson's own file counts until a reviewer has one here. */
    private static Standing.State state(ReviewStore.Row row, LocalDate today) {
        boolean ofThis = ofThisEdition(row);
        if (ofThis && row.lastOutcome() == Review.Outcome.CHANGES) {
            return Standing.State.ASKED;
        }
        @Nullable LocalDate fine = ofThis ? row.lastOn() : row.fileSays();
        if (fine != null) {
            return fine.plus(EVERY).isAfter(today) ? Standing.State.REVIEWED : Standing.State.DUE;
        }
        return row.lastEdition() == null ? Standing.State.NEVER : Standing.State.CHANGED;
    }

    private static boolean ofThisEdition(ReviewStore.Row row) {
        return row.lastEdition() != null && row.lastEdition() == row.edition();
    }
}
