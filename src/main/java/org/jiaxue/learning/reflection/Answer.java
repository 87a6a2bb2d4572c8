package org.jiaxue.learning.reflection;

import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.Question;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Sender;

/**
 * A choice that a guardian made. Lesson and choice are the library's own, so that nothing of what
 * was sent waits in memory.
 *
 * @param sender from where it came; looked at only where it earns something
 */
record Answer(GuardianId guardian, Lesson lesson, Question.Choice choice, Sender sender) {

    ReflectionStore.Key key() {
        return new ReflectionStore.Key(guardian, lesson.id());
    }
}
