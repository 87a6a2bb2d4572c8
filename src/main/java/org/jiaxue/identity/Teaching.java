package org.jiaxue.identity;

import java.util.List;
import java.util.UUID;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;

/**
 * Which classes a member of staff teaches. The room that knows of classes answers it; rooms below
 * take it as an {@code ObjectProvider}, for a house without that room has none.
 */
public interface Teaching {

    /**
     * A class.
     *
     * @param school the school's id among the organisations
     * @param name the class's name alone
     */
    record Taught(UUID classId, UUID school, Words name) {}

    /**
     * The classes that are open today and of which somebody is a teacher, in order of school and
     * name; whether they still work there is asked of {@code Access}.
     */
    List<Taught> by(StaffId staff);
}
