package org.jiaxue.schools.classes;

import java.util.List;
import org.jiaxue.identity.Teaching;
import org.jiaxue.web.StaffId;
import org.springframework.stereotype.Component;

/** Says of members of staff which classes they teach. */
@Component
class ClassTeaching implements Teaching {

    private final TeacherStore teachers;

    ClassTeaching(TeacherStore teachers) {
        this.teachers = teachers;
    }

    @Override
    public List<Taught> by(StaffId staff) {
        return teachers.taughtBy(staff);
    }
}
