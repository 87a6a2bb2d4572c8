package org.jiaxue.licences.benefit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers with their wordings, and how many of each are taken. */
@Component
class OfferStore {

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(Offer offer, int taken, @Nullable Instant endedAt, Wording wording) {}

    void add(Offer offer, StaffId by, Instant at) {
        jdbc.sql(
                        """
                        insert into licences.offer
                            (offer_id, division, kind, scheme, level, layer, quota, each, opens_on,
                             ends_on, made_by, made_at)
                        values
                            (:id, :division, :kind, :scheme, :level, :layer, :quota, :each, :from,
                             :until, :by, :at)
                        """)
                .param("id", offer.id().value())
                .param("division", offer.division())
                .param("kind", offer.kind().slug())
                .param("scheme", offer.gate().scheme())
                .param("level", offer.gate().level())
                .param("layer", offer.gate().layer())
                .param("quota", offer.quota())
                .param("each", offer.each())
                .param("from", offer.from())
                .param("until", offer.until())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds a wording; false if there is one of this version already. */
    boolean word(OfferId id, int version, Promise promise, StaffId by, Instant at) {
        return jdbc.sql(
                                """
                                insert into licences.wording
                                    (offer_id, version, title_zh, title_en, what_zh, what_en,
                                     place_zh, place_en, written_by, written_at)
                                values
                                    (:id, :version, :titleZh, :titleEn, :whatZh, :whatEn, :placeZh,
                                     :placeEn, :by, :at)
                                on conflict do nothing
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("titleZh", promise.title().zh())
                        .param("titleEn", promise.title().en())
                        .param("whatZh", promise.what().zh())
                        .param("whatEn", promise.what().en())
                        .param("placeZh", promise.place().zh())
                        .param("placeEn", promise.place().en())
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Notes who read a wording; false for who wrote it, and where somebody has read it. */
    boolean read(OfferId id, int version, StaffId by, Instant at) {
        return jdbc.sql(
                                """
                                update licences.wording
                                   set read_by = :by, read_at = :at
                                 where offer_id = :id and version = :version
                                   and read_by is null and written_by <> :by
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Ends an offer; false if it had ended. */
    boolean end(OfferId id, StaffId by, Instant at) {
        return jdbc.sql(
                                """
                                update licences.offer set ended_by = :by, ended_at = :at
                                 where offer_id = :id and ended_at is null
                                """)
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /**
     * Takes one of those that are left, if the offer is open on this day. Its row is locked from
     * then on: whoever else takes of it waits for the commit and finds one less.
     */
    boolean reserve(OfferId id, LocalDate today) {
        return jdbc.sql(
                                """
                                update licences.offer set taken = taken + 1
                                 where offer_id = :id and taken < quota and ended_at is null
                                   and opens_on <= :today and ends_on >= :today
                                """)
                        .param("id", id.value())
                        .param("today", today)
                        .update()
                > 0;
    }

    /** Puts some back. */
    void release(OfferId id, int many) {
        jdbc.sql("update licences.offer set taken = taken - :many where offer_id = :id")
                .param("id", id.value())
                .param("many", many)
                .update();
    }

    Optional<Kept> find(OfferId id) {
        return kept(
                        jdbc.sql(
                                        """
                                        select o.*, w.* from licences.offer o
                                          join licences.wording w on w.offer_id = o.offer_id
                                         where o.offer_id = :id
                                         order by o.offer_id, w.version desc
                                        """)
                                .param("id", id.value())
                                .query((row, _) -> line(row))
                                .list())
                .stream()
                .findFirst();
    }

    /** A division's offers and those below it that end on this day or later, the latest first. */
    List<Kept> under(String division, LocalDate from, int most) {
        return kept(
                jdbc.sql(
                                """
                                select o.*, w.* from (
                                    select * from licences.offer
                                     where division like :division || '%' and ends_on >= :from
                                     order by offer_id desc limit :most) o
                                  join licences.wording w on w.offer_id = o.offer_id
                                 order by o.offer_id desc, w.version desc
                                """)
                        .param("division", division)
                        .param("from", from)
                        .param("most", most)
                        .query((row, _) -> line(row))
                        .list());
    }

    /** Offers that are dated this day for who lives in a division, those that end first first. */
    List<Kept> open(String division, LocalDate today, int most) {
        return kept(
                jdbc.sql(
                                """
                                select o.*, w.* from (
                                    select * from licences.offer
                                     where :division like division || '%' and ended_at is null
                                       and opens_on <= :today and ends_on >= :today
                                     order by ends_on, offer_id limit :most) o
                                  join licences.wording w on w.offer_id = o.offer_id
                                 order by o.ends_on, o.offer_id, w.version desc
                                """)
                        .param("division", division)
                        .param("today", today)
                        .param("most", most)
                        .query((row, _) -> line(row))
                        .list());
    }

    /** How many of a division's own offers have neither ended nor run out. */
    int running(String division, LocalDate today) {
        return jdbc.sql(
                        """
                        select count(*) from licences.offer
                         where division = :division and ended_at is null and ends_on >= :today
                        """)
                .param("division", division)
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    private static List<Kept> kept(List<Line> lines) {
        Map<OfferId, List<Line>> offers = new LinkedHashMap<>();
        lines.forEach(
                it -> offers.computeIfAbsent(it.offer().id(), _ -> new ArrayList<>()).add(it));
        return offers.values().stream()
                .map(of ->
                        new Kept(
                                of.getFirst().offer(),
                                of.getFirst().taken(),
                                of.getFirst().endedAt(),
                                of.stream().map(Line::wording).toList()))
                .toList();
    }

    private static Line line(ResultSet row) throws SQLException {
        Gate gate = new Gate(row.getString("scheme"), row.getInt("level"), row.getString("layer"));
        Offer offer =
                new Offer(
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        row.getString("division"),
                        BenefitKind.ofSlug(row.getString("kind")).orElseThrow(),
                        gate,
                        row.getInt("quota"),
                        row.getInt("each"),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class));
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Line(
                offer, row.getInt("taken"), ended == null ? null : ended.toInstant(), wording(row));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        UUID read = row.getObject("read_by", UUID.class);
        return new Wording(
                row.getInt("version"),
                new Promise(words(row, "title"), words(row, "what"), words(row, "place")),
                new StaffId(row.getObject("written_by", UUID.class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                read == null ? null : new StaffId(read));
    }

    private static Words words(ResultSet row, String name) throws SQLException {
        return new Words(row.getString(name + "_zh"), row.getString(name + "_en"));
    }
}
