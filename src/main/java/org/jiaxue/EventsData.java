package org.jiaxue;

import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Events that somebody has yet to follow; each is removed when it was. */
@Component
class EventsData implements PersonalData {

    private static final String REGISTRY = "which listener has yet to follow";

    /** How the keys of the events' words begin. */
    static final String WORDS = "events.told.event.";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    EventsData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Keeps keeps() {
        return Keeps.in("events")
                .table("event_publication")
                .guardian("serialized_event")
                .nobody(REGISTRY, "id", "listener_id", "event_type", "status");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        Teller.Rows waiting = teller.list("waiting", "since", "event");
        jdbc.sql(
                        """
                        select publication_date, event_type from events.event_publication
                        where position(:guardian in serialized_event) > 0
                        order by publication_date, id
                        """)
                .param("guardian", guardian.toString())
                .query((ResultSet row) ->
                        waiting.add(
                                row.getTimestamp("publication_date").toInstant(),
                                teller.coded(WORDS, nameOf(row.getString("event_type")))));
    }

    /** The event's own name, without the package it lives in. */
    static String nameOf(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** An event that waits. */
    private record Waiting(UUID id, String event) {}

    /** Takes the guardian out of events about several, and removes those about nobody else. */
    @Override
    public void erase(GuardianId guardian) {
        List<Waiting> all =
                jdbc.sql(
                                """
                                select id, serialized_event from events.event_publication
                                where position(:guardian in serialized_event) > 0
                                for update
                                """)
                        .param("guardian", guardian.toString())
                        .query((row, _) ->
                                new Waiting(
                                        row.getObject("id", UUID.class),
                                        row.getString("serialized_event")))
                        .list();
        for (Waiting one : all) {
            String left = without(one.event(), guardian.toString());
            if (left.contains(guardian.toString())) {
                remove(one.id());
            } else {
                rewrite(one.id(), left);
            }
        }
    }

    private void remove(UUID id) {
        jdbc.sql("delete from events.event_publication where id = :id").param("id", id).update();
    }

    private void rewrite(UUID id, String event) {
        jdbc.sql("update events.event_publication set serialized_event = :event where id = :id")
                .param("id", id)
                .param("event", event)
                .update();
    }

    /** The event without the items of its lists that speak of this person. */
    static String without(String event, String person) {
        JsonNode root = JSON.readTree(event);
        prune(root, person);
        return JSON.writeValueAsString(root);
    }

    private static void prune(JsonNode node, String person) {
        if (node instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i).toString().contains(person)) {
                    list.remove(i);
                }
            }
        }
        node.forEach(child -> prune(child, person));
    }
}
