package org.jiaxue.regions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DivisionStore {

    private final JdbcClient jdbc;

    DivisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Serialises loading between processes that start at once, until the transaction ends. Loading
     * and waiting for another's may both take longer than serving does.
     */
    void lock() {
        jdbc.sql(
                        """
                        select set_config('lock_timeout', '25s', true),
                               set_config('statement_timeout', '25s', true)
                        """)
                .query((row, _) -> true)
                .single();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('regions.division_file'))")
                .query((row, _) -> true)
                .single();
    }

    Optional<String> loaded(String file) {
        return jdbc.sql(
                        """
                        select sha256 from regions.division_file where name = :file
                        """)
                .param("file", file)
                .query(String.class)
                .optional();
    }

    void tellLoaded(String file, String sha256, Instant at) {
        jdbc.sql(
                        """
                        insert into regions.division_file (name, sha256, loaded_at)
                        values (:file, :sha256, :at)
                        on conflict (name)
                        do update set sha256 = excluded.sha256, loaded_at = excluded.loaded_at
                        """)
                .param("file", file)
                .param("sha256", sha256)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void put(List<Division> divisions) {
        jdbc.sql(
                        """
                        insert into regions.division as kept (code, name_zh, name_en)
                        select told.code, told.zh, told.en
                        from unnest(cast(:codes as text[]), cast(:zh as text[]),
                                    cast(:en as text[])) as told (code, zh, en)
                        on conflict (code) do update
                        set name_zh = excluded.name_zh, name_en = excluded.name_en, ended_on = null
                        where kept.name_zh <> excluded.name_zh
                           or kept.name_en <> excluded.name_en
                           or kept.ended_on is not null
                        """)
                .param("codes", column(divisions, Division::code))
                .param("zh", column(divisions, it -> it.name().zh()))
                .param("en", column(divisions, it -> it.name().en()))
                .update();
    }

    /** Ends what a newer file no longer names; old records keep pointing at it. */
    void endAllBut(List<Division> divisions, LocalDate day) {
        jdbc.sql(
                        """
                        update regions.division set ended_on = :day
                        where ended_on is null
                          and not code = any (cast(:codes as text[]))
                          and left(code, 2) = any (cast(:codes as text[]))
                        """)
                .param("day", day)
                .param("codes", column(divisions, Division::code))
                .update();
    }

    /** Every division down to the township that has not ended, in order of code. */
    List<Division> downToTownships() {
        return jdbc.sql(
                        """
                        select code, name_zh, name_en from regions.division
                        where length(code) <= 9 and ended_on is null
                        order by code
                        """)
                .query(DivisionStore::division)
                .list();
    }

    List<Division> communities(String township) {
        return jdbc.sql(
                        """
                        select code, name_zh, name_en from regions.division
                        where code > :township and code < :beyond
                          and length(code) = 12 and ended_on is null
                        order by code
                        """)
                .param("township", township)
                .param("beyond", township + "~")
                .query(DivisionStore::division)
                .list();
    }

    /** The division under this code, ended or not. */
    Optional<Division> find(String code) {
        return jdbc.sql(
                        """
                        select code, name_zh, name_en from regions.division where code = :code
                        """)
                .param("code", code)
                .query(DivisionStore::division)
                .optional();
    }

    private static Division division(ResultSet row, int number) throws SQLException {
        return new Division(
                row.getString("code"),
                new Words(row.getString("name_zh"), row.getString("name_en")));
    }

    private static String[] column(List<Division> divisions, Function<Division, String> cell) {
        return divisions.stream().map(cell).toArray(String[]::new);
    }
}
