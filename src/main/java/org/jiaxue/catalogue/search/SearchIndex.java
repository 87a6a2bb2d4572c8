package org.jiaxue.catalogue.search;

import java.util.List;
import org.jiaxue.catalogue.LessonContent;

/** Finds the sentence that answers a question. */
public record SearchIndex(List<LessonContent> lessons) {

    public static SearchIndex over(List<LessonContent> lessons) {
        return new SearchIndex(lessons);
    }
}
