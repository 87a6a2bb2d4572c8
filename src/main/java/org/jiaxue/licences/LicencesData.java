package org.jiaxue.licences;

import java.sql.ResultSet;
import org.jiaxue.licences.benefit.BenefitData;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Levels reached in schemes, and the sums that led there. */
@Component
class LicencesData implements PersonalData {

    private static final String SCHEMES = "schemes, the same for everybody";

    private static final String NUMBERS = "numbers by which rows find each other";

    private final JdbcClient jdbc;
    private final Licences licences;
    private final Schemes schemes;
    private final BenefitData benefits;

    LicencesData(JdbcClient jdbc, Licences licences, Schemes schemes, BenefitData benefits) {
        this.benefits = benefits;
        this.jdbc = jdbc;
        this.schemes = schemes;
        this.licences = licences;
    }

    @Override
    public Keeps keeps() {
        return BenefitData.keeps(Keeps.in("licences"))
                .table("scheme")
                .nobody(SCHEMES, "scheme", "division", "valid_from", "file", "body")
                .table("counted")
                .guardian("guardian_id")
                .derived("scheme", "entry_id", "event_id", "layer", "deed")
                .untold(NUMBERS, "event_id")
                .table("standing")
                .guardian("guardian_id")
                .derived("scheme", "layer")
                .table("licence")
                .guardian("guardian_id")
                .derived("scheme", "layer", "cause")
                .untold(NUMBERS, "cause");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        Teller.Rows levels = teller.list("levels", "at", "scheme", "layer", "level", "name");
        licences.of(guardian)
                .forEach(held ->
                        levels.add(
                                held.at(),
                                scheme(teller, held.scheme()),
                                layer(teller, held.scheme(), held.layer()),
                                held.level(),
                                held.levelName()));
        tellSums(guardian, teller);
        tellCounted(guardian, teller);
        benefits.tell(guardian, teller);
    }

    private void tellSums(GuardianId guardian, Teller teller) {
        Teller.Rows sums =
                teller.list("sums", "scheme", "layer", "points", "kept", "activities", "lives");
        jdbc.sql(
                        """
                        select scheme, layer, points, kept, activities, lives
                        from licences.standing
                        where guardian_id = :guardian
                        order by scheme, layer
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        sums.add(
                                scheme(teller, row.getString("scheme")),
                                layer(teller, row.getString("scheme"), row.getString("layer")),
                                row.getInt("points"),
                                row.getInt("kept"),
                                row.getInt("activities"),
                                row.getInt("lives")));
    }

    private void tellCounted(GuardianId guardian, Teller teller) {
        Teller.Rows counted =
                teller.list("counted", "countedAt", "scheme", "layer", "what", "points", "entry");
        jdbc.sql(
                        """
                        select counted_at, scheme, layer, deed, points, entry_id
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

    @Override
    public void erase(GuardianId guardian) {
        benefits.erase(guardian);
        jdbc.sql("select licences.erase(:guardian)")
                .param("guardian", guardian.value())
                .query((_, _) -> 1)
                .list();
    }
}
