package org.jiaxue.archive;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Nothing of anybody in the database; what stands in files is its rooms' to tell and to erase. */
@Component
class ArchiveData implements PersonalData {

    ArchiveData() {}

    @Override
    public Keeps keeps() {
        return Keeps.in("archive")
                .table("house")
                .nobody("by what a directory of files is known to be this database's", "house_id")
                .table("month")
                .nobody("which tables' months lie in files", "name", "month");
    }
}
