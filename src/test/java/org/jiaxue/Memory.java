package org.jiaxue;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the house keeps, in one line; without sessions, codes and counts of tries. */
final class Memory {

    private final JdbcClient jdbc;
    private final List<String> tables;

    Memory(ApplicationContext house) {
        jdbc = house.getBean(JdbcClient.class);
        tables =
                jdbc.sql(
                                """
                                select format('%I.%I', schemaname, tablename) from pg_tables
                                where schemaname in ('identity', 'learning', 'activities',
                                        'points', 'licences', 'credentials', 'statistics')
                                  and tablename not in ('token', 'throttle', 'code')
                                order by 1
                                """)
                        .query(String.class)
                        .list();
    }

    String print() {
        StringBuilder print = new StringBuilder();
        for (String table : tables) {
            print.append(
                    jdbc.sql(
                                    """
                                    select coalesce(
                                        md5(string_agg(t::text, ';' order by t::text)), '')
                                    from %s t
                                    """
                                            .formatted(table))
                            .query(String.class)
                            .single());
        }
        return print.toString();
    }
}
