package org.jiaxue.licences.asking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.Teller;
import org.springframework.stereotype.Component;

/** The names under which a guardian asks, as long as they wait; told and erased with the room's. */
@Component
public class AskingData {

    private final CalledStore names;

    AskingData(CalledStore names) {
        this.names = names;
    }

    /** Adds this part's table to the room's. */
    public static Keeps keeps(Keeps room) {
        return room.table("called")
                .guardian("guardian_id")
                .derived("request_id")
                .untold("numbers by which rows find each other", "request_id")
                .sealed("name_sealed");
    }

    public void tell(GuardianId guardian, Teller teller) {
        Teller.Rows called = teller.list("called", "name");
        Map<UUID, String> all = names.of(List.of(guardian));
        all.keySet().stream().sorted().map(all::get).forEach(called::add);
    }

    public void erase(GuardianId guardian) {
        names.erase(guardian);
    }
}
