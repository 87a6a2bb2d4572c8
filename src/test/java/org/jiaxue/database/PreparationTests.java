package org.jiaxue.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jiaxue.database.access.Roles;
import org.junit.jupiter.api.Test;

/** When the rooms' histories are asked. */
class PreparationTests {

    private final Database database = TestDatabase.fresh();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void histories_are_asked_by_the_first_start_with_these_migrations_alone() throws Exception {
        start();
        start();
        assertThat(asked).hasValue(1);

        try (Connection owner = database.owner().connect()) {
            assertThat(Migrations.shipped().in(owner)).isTrue();
            new Migrations("of another version").keep(owner);
            assertThat(Migrations.shipped().in(owner)).isFalse();
        }

        start();
        start();
        assertThat(asked).hasValue(2);
    }

    @Test
    void migrations_that_were_broken_off_are_gone_on_with() throws Exception {
        try {
            start("select 1/0");
        } catch (Exception brokenOff) {
            assertThat(brokenOff).hasStackTraceContaining("division by zero");
        }
        start();

        assertThat(asked).hasValue(2);
    }

    private void start() throws Exception {
        start("select 1");
    }

    private void start(String first) throws Exception {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(database.owner().dataSource())
                        .locations("classpath:db/migration/__root")
                        .defaultSchema(Roles.MIGRATIONS)
                        .createSchemas(false)
                        .initSql(first)
                        .load();
        new Preparation(
                        flyway,
                        it -> {
                            asked.incrementAndGet();
                            it.migrate();
                            TestMigrations.ofEveryRoom(database);
                        },
                        database.owner())
                .afterPropertiesSet();
    }
}
