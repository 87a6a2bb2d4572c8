package org.jiaxue;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Events that somebody has yet to follow; each is removed when it was. */
@Component
class EventsData implements PersonalData {

    private static final String REGISTRY = "which listener has yet to follow";

    @Override
    public Keeps keeps() {
        return Keeps.in("events")
                .table("event_publication")
                .guardian("serialized_event")
                .nobody(REGISTRY, "id", "listener_id", "event_type", "status");
    }
}
