package org.jiaxue.catalogue.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Review;
import org.jiaxue.web.Changes;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviews, of which lines are only added. */
@Component
class ReviewStore {

    private final JdbcClient jdbc;
    private final Changes changes;

    ReviewStore(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** Locks the catalogue's edition, first of all locks as an import does: so neither waits. */
    void alone() {
        jdbc.sql("select number from catalogue.edition for update").query(Long.class).single();
    }

    /** Has every process read the catalogue anew: parents are told the day of the review. */
    void nextEdition() {
        jdbc.sql("update catalogue.edition set number = number + 1").update();
        changes.tell(Catalogue.EDITION, "");
    }

    OptionalInt edition(LessonId lesson) {
        return jdbc.sql("select edition from catalogue.lesson where id = :id")
                .param("id", lesson.value())
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    Optional<Review> last(LessonId lesson, int edition) {
        return of(lesson, 1).stream().filter(it -> it.edition() == edition).findFirst();
    }

    List<Review> of(LessonId lesson, int most) {
        return jdbc.sql(
                        """
                        select lesson_id, edition, staff_id, outcome, note, reviewed_on
                          from catalogue.review
                         where lesson_id = :lesson
                         order by edition desc, reviewed_at desc, review_id desc
                         limit :most
                        """)
                .param("lesson", lesson.value())
                .param("most", most)
                .query((row, _) -> review(row))
                .list();
    }

    void add(Review review, Instant at) {
        jdbc.sql(
                        """
                        insert into catalogue.review
                               (review_id, lesson_id, edition, staff_id, outcome, note,
                                reviewed_on, reviewed_at)
                        values (:id, :lesson, :edition, :staff, :outcome, :note, :on, :at)
                        """)
                .param("id", Ids.next())
                .param("lesson", review.lesson().value())
                .param("edition", review.edition())
                .param("staff", review.by().value())
                .param("outcome", review.outcome().name())
                .param("note", review.note())
                .param("on", review.on())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * A lesson and the last word on it.
     *
     * @param fileSays the day of a review that the lesson's own file names
     * @param lastEdition the edition that the last review is of; none if there is no review
     */
    record Row(
            LessonId lesson,
            int edition,
            @Nullable LocalDate fileSays,
            @Nullable Integer lastEdition,
            Review.@Nullable Outcome lastOutcome,
            @Nullable LocalDate lastOn) {}

    List<Row> lessons() {
        return jdbc.sql(
                        """
                        select lesson.id, lesson.edition, lesson.reviewed_on as file_says,
                               last.edition as last_edition, last.outcome, last.reviewed_on
                          from catalogue.lesson
                          left join (select distinct on (lesson_id)
                                            lesson_id, edition, outcome, reviewed_on
                                       from catalogue.review
                                      order by lesson_id, edition desc, reviewed_at desc,
                                               review_id desc) last
                            on last.lesson_id = lesson.id
                        """)
                .query((row, _) -> lesson(row))
                .list();
    }

    private static Row lesson(ResultSet row) throws SQLException {
        @Nullable String outcome = row.getString("outcome");
        return new Row(
                new LessonId(row.getObject("id", UUID.class)),
                row.getInt("edition"),
                row.getObject("file_says", LocalDate.class),
                row.getObject("last_edition", Integer.class),
                outcome == null ? null : Review.Outcome.valueOf(outcome),
                row.getObject("reviewed_on", LocalDate.class));
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                new LessonId(row.getObject("lesson_id", UUID.class)),
                row.getInt("edition"),
                new StaffId(row.getObject("staff_id", UUID.class)),
                Review.Outcome.valueOf(row.getString("outcome")),
                row.getString("note"),
                row.getObject("reviewed_on", LocalDate.class));
    }
}
