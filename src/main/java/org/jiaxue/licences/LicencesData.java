package org.jiaxue.licences;

import java.sql.ResultSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.licences.asking.AskingData;
import org.jiaxue.licences.asking.Reason;
import org.jiaxue.licences.benefit.BenefitData;
import org.jiaxue.licences.grading.LevelStore;
import org.jiaxue.licences.scheme.Period;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.licences.scheme.Sums;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Levels reached in schemes, and the sums that led there. */
@Component
class LicencesData implements PersonalData {

    private static final String SCHEMES = "schemes, the same for everybody";

    private static final String NUMBERS = "numbers by which rows find each other";

    private static final String PLACE = "where it waited; who was asked says it";

    private static final String WAITING = "what waits, told among the confirmations";

    private final JdbcClient jdbc;
    private final LevelStore reached;
    private final Confirmations confirmations;
    private final Schemes schemes;
    private final BenefitData benefits;
    private final AskingData asking;

    LicencesData(
            JdbcClient jdbc,
            LevelStore reached,
            Confirmations confirmations,
            Schemes schemes,
            BenefitData benefits,
            AskingData asking) {
        this.asking = asking;
        this.benefits = benefits;
        this.jdbc = jdbc;
        this.reached = reached;
        this.confirmations = confirmations;
        this.schemes = schemes;
    }

    @Override
    public Keeps keeps() {
        return AskingData.keeps(BenefitData.keeps(Keeps.in("licences")))
                .table("scheme")
                .nobody(SCHEMES, "scheme", "division", "valid_from", "file", "body")
                .table("counted")
                .guardian("guardian_id")
                .derived("scheme", "entry_id", "event_id", "layer", "period", "deed")
                .untold(NUMBERS, "event_id")
                .table("sum")
                .guardian("guardian_id")
                .derived("scheme", "layer", "period", "name")
                .table("licence")
                .guardian("guardian_id")
                .derived("scheme", "layer", "period", "cause", "entries", "confirmation")
                .untold(NUMBERS, "cause", "confirmation")
                .table("confirmation")
                .guardian("guardian_id")
                .derived("request_id", "scheme", "layer", "period", "division", "confirmer")
                .derived("node", "state", "reason")
                .untold(NUMBERS, "request_id")
                .untold(PLACE, "division", "node")
                .staff("who confirmed or declined", "decided_by")
                .table("waiting")
                .guardian("guardian_id")
                .derived("confirmer", "node", "request_id")
                .untold(WAITING, "confirmer", "node", "request_id");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        Teller.Rows levels =
                teller.list(
                        "levels", "at", "scheme", "layer", "period", "level", "name", "entries");
        reached.of(guardian)
                .forEach(it ->
                        levels.add(
                                it.reachedAt(),
                                scheme(teller, it.scheme()),
                                layer(teller, it.scheme(), it.layer()),
                                period(teller, it.period()),
                                it.level(),
                                schemes.named(it.scheme(), it.version()).level(it.level()).title(),
                                it.entries().stream()
                                        .map(UUID::toString)
                                        .collect(Collectors.joining(" "))));
        tellSums(guardian, teller);
        tellCounted(guardian, teller);
        benefits.tell(guardian, teller);
        asking.tell(guardian, teller);
        tellConfirmations(guardian, teller);
    }

    private void tellConfirmations(GuardianId guardian, Teller teller) {
        Teller.Rows asked =
                teller.list(
                        "confirmations",
                        "askedAt",
                        "scheme",
                        "layer",
                        "period",
                        "level",
                        "confirmer",
                        "state",
                        "decidedAt",
                        "reason");
        confirmations
                .ofGuardian(guardian)
                .forEach(it ->
                        asked.add(
                                it.askedAt(),
                                scheme(teller, it.wanted().scheme()),
                                layer(teller, it.wanted().scheme(), it.wanted().layer()),
                                period(teller, it.wanted().period()),
                                it.wanted().level(),
                                teller.coded("licences.confirmer.", it.place().confirmer().slug()),
                                teller.coded("licences.told.state.", it.state().name()),
                                it.decidedAt(),
                                reason(teller, it.reason())));
    }

    private void tellSums(GuardianId guardian, Teller teller) {
        Teller.Rows sums = teller.list("sums", "scheme", "layer", "period", "name", "sum", "kept");
        jdbc.sql(
                        """
                        select scheme, layer, period, name, value, kept
                        from licences.sum
                        where guardian_id = :guardian
                        order by scheme, period, layer, name
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        sums.add(
                                scheme(teller, row.getString("scheme")),
                                layer(teller, row.getString("scheme"), row.getString("layer")),
                                period(teller, row.getString("period")),
                                sum(teller, row.getString("name")),
                                row.getInt("value"),
                                row.getInt("kept")));
    }

    private void tellCounted(GuardianId guardian, Teller teller) {
        Teller.Rows counted =
                teller.list(
                        "counted",
                        "countedAt",
                        "scheme",
                        "layer",
                        "period",
                        "what",
                        "points",
                        "entry");
        jdbc.sql(
                        """
                        select counted_at, scheme, layer, period, deed, points, entry_id
                        from licences.counted
                        where guardian_id = :guardian
                        order by counted_at, scheme, entry_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        counted.add(
                                row.getTimestamp("counted_at").toInstant(),
                                scheme(teller, row.getString("scheme")),
                                layer(teller, row.getString("scheme"), row.getString("layer")),
                                period(teller, row.getString("period")),
                                teller.coded("learning.told.kind.", row.getString("deed")),
                                row.getInt("points"),
                                row.getString("entry_id")));
    }

    private Teller.Coded scheme(Teller teller, String scheme) {
        return new Teller.Coded(scheme, teller.texts().say(schemes.latest(scheme).title()));
    }

    /** None where an event was of no layer's age. */
    private Teller.@Nullable Coded layer(Teller teller, String scheme, @Nullable String layer) {
        if (layer == null) {
            return null;
        }
        String words =
                schemes.latest(scheme)
                        .layer(layer)
                        .map(it -> teller.texts().say(it.title()))
                        .orElse(layer);
        return new Teller.Coded(layer, words);
    }

    private static Teller.Coded period(Teller teller, String period) {
        @Nullable Words words = Period.words(period);
        return new Teller.Coded(
                period,
                words == null
                        ? teller.texts().say("licences.told.ever")
                        : teller.texts().say(words));
    }

    private static Teller.Coded sum(Teller teller, String name) {
        return new Teller.Coded(name, teller.texts().say(Sums.words(name)));
    }

    private static Teller.@Nullable Coded reason(Teller teller, String reason) {
        return reason.isEmpty()
                ? null
                : new Teller.Coded(reason, Reason.words(teller.texts(), reason));
    }

    @Override
    public void erase(GuardianId guardian) {
        benefits.erase(guardian);
        asking.erase(guardian);
        jdbc.sql("select licences.erase(:guardian)")
                .param("guardian", guardian.value())
                .query((_, _) -> 1)
                .list();
    }
}
