package org.jiaxue.licences;

import java.sql.ResultSet;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Levels reached in schemes, and the sums that led there. */
@Component
class LicencesData implements PersonalData {

    private static final String SCHEMES = "schemes, the same for everybody";

    private final JdbcClient jdbc;
    private final Licences licences;

    LicencesData(JdbcClient jdbc, Licences licences) {
        this.jdbc = jdbc;
        this.licences = licences;
    }

    @Override
    public Keeps keeps() {
        return Keeps.in("licences")
                .table("scheme")
                .nobody(SCHEMES, "scheme", "division", "valid_from", "file", "body")
                .table("counted")
                .guardian("guardian_id")
                .derived("scheme", "entry_id", "event_id", "layer", "deed")
                .table("standing")
                .guardian("guardian_id")
                .derived("scheme", "layer")
                .table("licence")
                .guardian("guardian_id")
                .derived("scheme", "layer", "cause");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        Teller.Rows levels = teller.list("levels", "at", "scheme", "layer", "level", "name");
        licences.of(guardian)
                .forEach(held ->
                        levels.add(
                                held.at(),
                                held.schemeName(),
                                held.layerName(),
                                held.level(),
                                held.levelName()));
        tellSums(guardian, teller);
        tellCounted(guardian, teller);
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
                                row.getString("scheme"),
                                row.getString("layer"),
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
                                row.getString("scheme"),
                                row.getString("layer"),
                                row.getString("deed"),
                                row.getInt("points"),
                                row.getString("entry_id")));
    }

    @Override
    public void erase(GuardianId guardian) {
        jdbc.sql("select licences.erase(:guardian)")
                .param("guardian", guardian.value())
                .query((_, _) -> 1)
                .list();
    }
}
