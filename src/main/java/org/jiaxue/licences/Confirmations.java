package org.jiaxue.licences;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * Levels that a person confirms. The guardian asks, and whoever confirms sees only who asked: there
 * is no list of those who could ask. What is confirmed is the level, from the sums of its period;
 * how the sums came about is not shown.
 */
public interface Confirmations {

    /** Characters of the reason for which a confirmation is declined, at most. */
    int MOST_REASON = 200;

    /** Requests listed at once, at most, the oldest first. */
    int MOST_LISTED = 100;

    /** How often one level may be asked for within its period. */
    int MOST_ASKED = 5;

    /**
     * Where a request waits.
     *
     * @param confirmer never {@link Confirmer#SELF}
     * @param node the class's id, the school's id among the organisations, or the county's code of
     *     six digits
     */
    record Place(Confirmer confirmer, String node) {}

    /**
     * A level of a layer within a period.
     *
     * @param level from 1
     * @param period a school year, {@code 2026-2027}, a term, {@code 2026-autumn}, or {@code ever}
     */
    record Wanted(String scheme, String layer, int level, String period) {

        /** It as the fields of a form. */
        public Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("scheme", scheme);
            fields.put("layer", layer);
            fields.put("level", Integer.toString(level));
            fields.put("period", period);
            return fields;
        }

        /** Where the guardian's page before asking for it lies. */
        public String askHref() {
            return "/me/confirmations/ask?"
                    + fields().entrySet().stream()
                            .map(it ->
                                    it.getKey()
                                            + "="
                                            + URLEncoder.encode(
                                                    it.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"));
        }
    }

    /** What a level is called; {@code period} is null in a scheme without periods. */
    record Names(Words scheme, Words layer, Words level, @Nullable Words period) {}

    /** How a request stands. */
    enum State {
        WAITING,
        CONFIRMED,
        /** The guardian may ask again, up to {@link Confirmations#MOST_ASKED} times. */
        DECLINED,
        /** Taken back by the guardian. */
        WITHDRAWN
    }

    /**
     * A request.
     *
     * @param decidedAt null while it waits
     * @param reason why it was declined, in the words of who did; empty in every other state
     */
    record Request(
            UUID id,
            GuardianId guardian,
            Wanted wanted,
            Names names,
            Place place,
            Instant askedAt,
            State state,
            @Nullable Instant decidedAt,
            String reason) {}

    /**
     * A level that lacks nothing but a confirmation that has not been asked for.
     *
     * @param place where it would wait; null where the guardian is in no class, so that there is
     *     nobody to ask
     */
    record Askable(Wanted wanted, Names names, Confirmer confirmer, @Nullable Place place) {}

    /** What came of asking. */
    sealed interface Asked {

        record Waiting(Request request) implements Asked {}

        /** The level lacks something else, is reached, waits already, or is no such level. */
        record NotNow() implements Asked {}

        /** The guardian is in no class, so that nobody can be asked. */
        record Nobody() implements Asked {}

        /** It was asked for {@link Confirmations#MOST_ASKED} times. */
        record TooOften() implements Asked {}
    }

    /** What came of a decision. */
    sealed interface Decided {

        /** The level is reached, or the request is declined. */
        record Done(Request request) implements Decided {}

        /** No such request waits at these places: unknown, elsewhere, taken back or decided. */
        record NotHere() implements Decided {}
    }

    /** What the guardian may ask for now, in the order of schemes and layers. */
    List<Askable> askable(GuardianId guardian);

    /** Asks for a confirmation; the place is found by the guardian's class or county. */
    Asked ask(GuardianId guardian, Wanted wanted);

    /** Takes back a request that waits; false for any other. */
    boolean withdraw(GuardianId guardian, UUID request);

    /** A guardian's requests, the latest first, at most {@link #MOST_LISTED}. */
    List<Request> ofGuardian(GuardianId guardian);

    /**
     * What waits at these places, the oldest first, at most {@link #MOST_LISTED}. The caller has
     * made sure that the reader may confirm there.
     */
    List<Request> waitingAt(Collection<Place> places);

    /** One request that waits at one of these places. */
    Optional<Request> waiting(UUID request, Collection<Place> places);

    /**
     * Confirms; the level is reached at once and told as every other ({@link LevelReached}).
     *
     * @param places where the one who confirms may do so; a request elsewhere is not found
     */
    Decided confirm(UUID request, Collection<Place> places, StaffId by);

    /**
     * Declines with a reason that the guardian reads. Nothing is taken from the guardian.
     *
     * @param reason one sentence, not blank, at most {@link #MOST_REASON} characters
     */
    Decided decline(UUID request, Collection<Place> places, StaffId by, String reason);
}
