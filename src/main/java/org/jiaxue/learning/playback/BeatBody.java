package org.jiaxue.learning.playback;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.learning.coverage.Coverage;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Sender;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads beats out of JSON and refuses, with the reason, what is none. */
final class BeatBody {

    private BeatBody() {}

    /** Reads {@code {"played": [[from,to],…], "at"?: instant}}. */
    static Beat read(GuardianId guardian, UUID playback, JsonNode body, Sender sender) {
        return new Beat(
                guardian, playback, spans(body.path("played")), at(body.path("at")), sender);
    }

    /** Reads the same with its {@code "playback"}; a {@code "guardian"} must be one's own. */
    static Beat readItem(GuardianId guardian, JsonNode item, Sender sender) {
        JsonNode named = item.path("guardian");
        if (!named.isMissingNode()
                && !(named.isString() && named.stringValue().equals(guardian.toString()))) {
            throw new Refusal(Problem.forbidden("learning.problem.other-guardian"));
        }
        return read(guardian, id(item, "playback", "learning.problem.playback-id"), item, sender);
    }

    /** Reads the same from a trusted client; its {@code "guardian"} must be there. */
    static Beat readRelayed(JsonNode item) {
        GuardianId guardian =
                new GuardianId(id(item, "guardian", "learning.problem.guardian-missing"));
        UUID playback = id(item, "playback", "learning.problem.playback-id");
        return read(guardian, playback, item, Sender.UNKNOWN);
    }

    private static UUID id(JsonNode item, String name, String otherwise) {
        JsonNode id = item.path(name);
        return (id.isString() ? Ids.parse(id.stringValue()) : Optional.<UUID>empty())
                .orElseThrow(() -> new Refusal(Problem.badRequest(otherwise)));
    }

    private static List<Span> spans(JsonNode played) {
        if (!played.isArray()) {
            throw new Refusal(Problem.badRequest("learning.problem.played-missing"));
        }
        if (played.isEmpty()) {
            throw refusal("learning.problem.played-empty");
        }
        if (played.size() > Coverage.MOST_SPANS_A_BEAT) {
            throw refusal("learning.problem.too-many-spans", Coverage.MOST_SPANS_A_BEAT);
        }
        List<Span> spans = new ArrayList<>();
        played.forEach(span -> spans.add(span(span)));
        refuseOverlap(spans);
        return spans;
    }

    private static Span span(JsonNode span) {
        if (!span.isArray() || span.size() != 2 || !whole(span.get(0)) || !whole(span.get(1))) {
            throw new Refusal(Problem.badRequest("learning.problem.span-form"));
        }
        int from = span.get(0).intValue();
        int to = span.get(1).intValue();
        if (from < 0) {
            throw refusal("learning.problem.span-negative", from);
        }
        if (to <= from) {
            throw refusal("learning.problem.span-backwards", from, to);
        }
        return new Span(from, to);
    }

    private static boolean whole(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToInt();
    }

    private static void refuseOverlap(List<Span> spans) {
        List<Span> sorted = spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw refusal(
                        "learning.problem.span-overlap",
                        sorted.get(i).from(),
                        sorted.get(i - 1).to());
            }
        }
    }

    private static @Nullable Instant at(JsonNode at) {
        if (at.isMissingNode() || at.isNull()) {
            return null;
        }
        try {
            if (at.isString()) {
                return Instant.parse(at.stringValue());
            }
        } catch (DateTimeParseException notOne) {
            throw new Refusal(Problem.badRequest("learning.problem.at"));
        }
        throw new Refusal(Problem.badRequest("learning.problem.at"));
    }

    private static Refusal refusal(String key, Object... args) {
        return new Refusal(Problem.unprocessable(key, args));
    }
}
