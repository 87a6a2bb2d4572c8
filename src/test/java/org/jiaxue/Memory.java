package org.jiaxue;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the house keeps of people, in one line: all but the server's own tables, events on their
 * way, when the house does what by itself, what ships and only an import changes, and sessions,
 * codes and counts of tries.
 */
final class Memory {

    private final JdbcClient jdbc;
    private final List<String> tables;

    Memory(ApplicationContext house) {
        jdbc = house.getBean(JdbcClient.class);
        tables =
                jdbc.sql(
                                """
                                select format('%I.%I', s.nspname, c.relname)
                                from pg_class c
                                join pg_namespace s on s.oid = c.relnamespace
                                where c.relkind in ('r', 'p') and not c.relispartition
                                  and s.nspname not in ('pg_catalog', 'information_schema',
                                        'pg_toast', 'migrations', 'events', 'nodes', 'regions',
                                        'catalogue')
                                  and not exists (
                                      select from pg_depend d
                                      where d.objid = c.oid and d.deptype = 'e')
                                  and c.relname not in ('token', 'throttle', 'code')
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

    /** What the house has done by itself so far, and is at. */
    String jobs() {
        return jdbc.sql(
                        """
                        select string_agg(
                            concat_ws(' ', task_name, picked, last_success, last_failure), ';'
                            order by task_name)
                        from nodes.job
                        """)
                .query(String.class)
                .single();
    }
}
