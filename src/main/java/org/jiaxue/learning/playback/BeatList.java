package org.jiaxue.learning.playback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Several beats that one request tells: each is read and refused by itself, those that remain are
 * handed in together, and all are answered in their order.
 */
final class BeatList {

    static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BeatList.class);

    /** By their places in the list, as the refusals. */
    private final SortedMap<Integer, Beat> beats = new TreeMap<>();

    private final Map<Integer, Problem> refused = new HashMap<>();
    private final int size;

    private BeatList(JsonNode items, Function<JsonNode, Beat> read) {
        size = items.size();
        for (int place = 0; place < size; place++) {
            try {
                beats.put(place, read.apply(items.get(place)));
            } catch (Refusal refusal) {
                refused.put(place, refusal.problem());
            }
        }
    }

    /** Reads a list; refuses what is none, and one that is too long. */
    static BeatList read(JsonNode body, Function<JsonNode, Beat> read) {
        if (!body.isArray()) {
            throw new Refusal(Problem.badRequest("learning.problem.beats-list"));
        }
        if (body.size() > MOST) {
            throw new Refusal(Problem.unprocessable("learning.problem.too-many-beats", MOST));
        }
        return new BeatList(body, read);
    }

    /** How many beats were told, those that were refused included. */
    int size() {
        return size;
    }

    Set<GuardianId> guardians() {
        return beats.values().stream().map(Beat::guardian).collect(Collectors.toSet());
    }

    /** Refuses further beats, each with its own reason; one without a reason stays. */
    void refuse(Function<Beat, @Nullable Problem> why) {
        for (int place : List.copyOf(beats.keySet())) {
            Problem problem = why.apply(Objects.requireNonNull(beats.get(place)));
            if (problem != null) {
                beats.remove(place);
                refused.put(place, problem);
            }
        }
    }

    /**
     * Hands the beats in and waits for what becomes of them. Refuses the whole list with 503 when
     * there is no room for all of it; nothing of it is done then.
     *
     * @return a {@link BeatJson} or a problem for each item
     */
    List<Object> tell(Beats to, Texts texts) {
        List<CompletableFuture<BeatAnswer>> waiting =
                to.hear(List.copyOf(beats.values())).orElseThrow(Beats.WAIT::refusal);
        Map<Integer, CompletableFuture<BeatAnswer>> byPlace = new HashMap<>();
        beats.keySet().forEach(place -> byPlace.put(place, waiting.get(byPlace.size())));
        List<Object> answers = new ArrayList<>();
        for (int place = 0; place < size; place++) {
            Problem problem = refused.get(place);
            answers.add(
                    problem == null
                            ? result(Objects.requireNonNull(byPlace.get(place)), texts)
                            : problemJson(problem, texts));
        }
        return answers;
    }

    private static Object result(CompletableFuture<BeatAnswer> answer, Texts texts) {
        try {
            return BeatJson.of(Beats.WAIT.forAnswer(answer), texts);
        } catch (Refusal refusal) {
            return problemJson(refusal.problem(), texts);
        }
    }

    private static Object problemJson(Problem problem, Texts texts) {
        LOG.info("refused code={} status={} in=list", problem.code(), problem.status().value());
        return problem.detail(texts);
    }
}
