package org.jiaxue.points.rerun;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of what came of runs, by county. */
@Component
class CountyStore {

    private final JdbcClient jdbc;

    CountyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what a step came to. */
    void add(UUID run, Rerun.County came) {
        jdbc.sql(
                        """
                        insert into points.rerun_county as c (
                            rerun_id, county, guardians_more, points_more, guardians_stayed,
                            points_stayed)
                        values (:run, :county, :more, :pointsMore, :stayed, :pointsStayed)
                        on conflict (rerun_id, county) do update
                        set guardians_more = c.guardians_more + excluded.guardians_more,
                            points_more = c.points_more + excluded.points_more,
                            guardians_stayed = c.guardians_stayed + excluded.guardians_stayed,
                            points_stayed = c.points_stayed + excluded.points_stayed
                        """)
                .param("run", run)
                .param("county", came.code())
                .param("more", came.more())
                .param("pointsMore", came.pointsMore())
                .param("stayed", came.stayed())
                .param("pointsStayed", came.pointsStayed())
                .update();
    }

    /** Notes how many live in a county, when a run ends; also where nothing came of it. */
    void settle(UUID run, String county, long residents) {
        jdbc.sql(
                        """
                        insert into points.rerun_county (
                            rerun_id, county, guardians_more, points_more, guardians_stayed,
                            points_stayed, residents)
                        values (:run, :county, 0, 0, 0, 0, :residents)
                        on conflict (rerun_id, county) do update
                        set residents = excluded.residents
                        """)
                .param("run", run)
                .param("county", county)
                .param("residents", residents)
                .update();
    }

    /** What came of a run, by county; also where nothing did. */
    List<Rerun.County> counties(UUID run) {
        return jdbc.sql(
                        """
                        select county, guardians_more, points_more, guardians_stayed,
                               points_stayed, residents
                        from points.rerun_county
                        where rerun_id = :run
                        order by county
                        """)
                .param("run", run)
                .query((row, _) ->
                        new Rerun.County(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)))
                .list();
    }
}
