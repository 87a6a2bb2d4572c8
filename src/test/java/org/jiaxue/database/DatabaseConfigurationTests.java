package org.jiaxue.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jiaxue.database.access.Roles;
import org.jiaxue.database.embedded.EmbeddedServer;
import org.jiaxue.database.embedded.ServerDirectory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The database as the house gets it, without the rest of the house. */
class DatabaseConfigurationTests {

    /** How long a killed server may take to answer again. */
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);

    @Configuration(proxyBeanMethods = false)
    @Import(DatabaseConfiguration.class)
    @ImportAutoConfiguration(FlywayAutoConfiguration.class)
    static class Small {}

    @Test
    void the_house_migrates_as_owner_serves_as_application_and_stops_the_server_last()
            throws Exception {
        var data = ServerDirectory.named("configured");
        ProcessHandle postmaster;
        try (var context = start(data)) {
            var server = (EmbeddedServer) context.getBean(Database.class);
            var pool = context.getBean(HikariDataSource.class);
            assertThat(ask(pool, "select current_user")).isEqualTo(Roles.APP);
            var flyway = context.getBean(Flyway.class).getConfiguration();
            try (var connection = flyway.getDataSource().getConnection()) {
                assertThat(connection.getMetaData().getUserName()).isEqualTo(Roles.OWNER);
            }
            assertThat(flyway.getDefaultSchema()).isEqualTo(Roles.MIGRATIONS);

            var killed = server.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            await().atMost(LONGEST_RECOVERY).until(() -> server.pid() != killed);
            await().atMost(LONGEST_RECOVERY)
                    .ignoreExceptions()
                    .until(() -> ask(pool, "select current_user").equals(Roles.APP));
            postmaster = ProcessHandle.of(server.pid()).orElseThrow();
            assertThat(postmaster.isAlive()).isTrue();
        }
        assertThat(postmaster.isAlive()).isFalse();
        assertThat(data.resolve("postgresql/data-18/postmaster.pid")).doesNotExist();
    }

    @Test
    void nothing_is_prepared_on_the_connections_of_a_pooler() throws Exception {
        Database direct = TestDatabase.fresh();
        Login app = direct.app();
        String and = app.url().contains("?") ? "&" : "?";
        Login pooled = new Login(app.url() + and + "tcpNoDelay=true", app.user(), app.password());

        assertThat(prepared(direct)).isPositive();
        assertThat(prepared(new ExternalDatabase(direct.owner(), pooled, "pooled"))).isZero();
    }

    /** How many statements the server keeps for a connection that asked the same ten times. */
    private static long prepared(Database database) throws Exception {
        try (var pool = new DatabaseConfiguration().dataSource(database, new MockEnvironment());
                var connection = pool.getConnection();
                var question = connection.prepareStatement("select ?::int")) {
            for (int i = 0; i < 10; i++) {
                question.setInt(1, i);
                question.executeQuery().close();
            }
            try (var statement = connection.createStatement();
                    var kept =
                            statement.executeQuery("select count(*) from pg_prepared_statements")) {
                kept.next();
                return kept.getLong(1);
            }
        }
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(Small.class)
                .web(WebApplicationType.NONE)
                .properties("jiaxue.data=" + data, "spring.flyway.locations=classpath:none")
                .run();
    }

    private static String ask(HikariDataSource pool, String question) {
        return JdbcClient.create(pool).sql(question).query(String.class).single();
    }
}
