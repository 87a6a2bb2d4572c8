package org.jiaxue.catalogue;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** The library: what is published for everybody, and whom it names as its authors. */
@Component
class CatalogueData implements PersonalData {

    private static final String LIBRARY = "published for everybody, about no reader";
    private static final String REVIEW = "which lesson was reviewed and how it was found";
    private static final String AUTHOR = "an author's name, published with their work";

    @Override
    public Keeps keeps() {
        return Keeps.in("catalogue")
                .table("lesson")
                .nobody(LIBRARY, "id", "slug", "kind", "stage", "topics", "moments")
                .nobody(LIBRARY, "title_zh", "title_en", "summary_zh", "summary_en", "rights")
                .nobody(LIBRARY, "reviewed_on", "question_zh", "question_en", "content_hash")
                .staff(AUTHOR, "author_zh", "author_en")
                .table("ask")
                .nobody(LIBRARY, "lesson_id", "language", "words")
                .table("sentence")
                .nobody(LIBRARY, "lesson_id", "words_zh", "words_en")
                .table("choice")
                .nobody(LIBRARY, "lesson_id", "letter", "words_zh", "words_en")
                .nobody(LIBRARY, "reply_zh", "reply_en")
                .table("source")
                .nobody(LIBRARY, "lesson_id", "title_zh", "title_en", "by_zh", "by_en")
                .nobody(LIBRARY, "part_zh", "part_en")
                .table("review")
                .nobody(REVIEW, "review_id", "lesson_id", "outcome", "reviewed_on")
                .staff("who reviewed the lesson, shown to staff only", "staff_id")
                .staff("what they want changed, shown to staff only", "note")
                .table("media")
                .nobody(LIBRARY, "lesson_id", "part", "sha256", "name")
                .table("course")
                .nobody(LIBRARY, "id", "slug", "stage", "title_zh", "title_en")
                .nobody(LIBRARY, "summary_zh", "summary_en", "content_hash")
                .table("course_lesson")
                .nobody(LIBRARY, "course_id", "lesson_id");
    }
}
