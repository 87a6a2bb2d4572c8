package org.jiaxue.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jiaxue.database.access.Roles;
import org.jiaxue.database.distribution.Distribution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Gives the house its database: a pool of the application's role, and the owner's connections for
 * the migrations. The pool is closed before the database, because it was made from it; nothing else
 * stops the server, so no hook of the machine races with the house's own end.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

    /** How long a server may take to answer that a connection is made. */
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    /** How long a statement of the application waits for a row that somebody else has locked. */
    private static final Duration LONGEST_LOCK = Duration.ofSeconds(5);

    /** How long the server works at one statement of the application. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(15);

    /**
     * How long nothing may come from the server before the connection counts as lost: longer than
     * any statement may take, because a server that is there speaks before that.
     */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Database database(Environment environment, ObjectProvider<FlywayMigrationStrategy> strategy) {
        var settings =
                new DatabaseSettings(
                        Path.of(environment.getProperty("jiaxue.data", "data")),
                        environment.getProperty("jiaxue.secret"),
                        environment.getProperty("jiaxue.database.url"),
                        environment.getProperty("jiaxue.database.user"),
                        environment.getProperty("jiaxue.database.password"),
                        environment.getProperty("jiaxue.database.direct-url"));
        var database = Databases.open(settings, migration(strategy));
        LOG.info("database: {}", database.description());
        return database;
    }

    @Bean
    HikariDataSource dataSource(Database database, Environment environment) {
        var login = database.app();
        var pool = new HikariConfig();
        pool.setPoolName("jiaxue");
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(
                environment.getProperty("jiaxue.database.connections", Integer.class, 10));
        pool.setConnectionTimeout(Duration.ofSeconds(15).toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(2).toMillis());
        pool.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", "jiaxue");
        if (!login.url().equals(database.direct().url())) {
            // A pooler's connection is somebody else's after each transaction, and what was
            // prepared
            // on it gone with it. An address that says otherwise stands above this.
            pool.addDataSourceProperty("prepareThreshold", "0");
        }
        bound(pool, environment);
        return new HikariDataSource(pool);
    }

    /**
     * Nobody waits for the database without an end: neither for a row, nor for an answer, nor for a
     * server that has gone without a word. What works longer says so in its own transaction, within
     * {@link #LONGEST_SILENCE}. Nor does the server wait for a node that stands still in the middle
     * of a transaction: what that holds is let go after as long. The owner's connections are not
     * bound, because a migration may take its time.
     */
    private static void bound(HikariConfig pool, Environment environment) {
        var lock = bound(environment, "lock-timeout", LONGEST_LOCK);
        var statement = bound(environment, "statement-timeout", LONGEST_STATEMENT);
        var silence = bound(environment, "socket-timeout", LONGEST_SILENCE);
        pool.addDataSourceProperty("connectTimeout", seconds(LONGEST_CONNECT));
        pool.addDataSourceProperty("socketTimeout", seconds(silence));
        // Not as a parameter of the connection's start, because poolers refuse to pass those on.
        pool.setConnectionInitSql(
                """
                set lock_timeout = %d; set statement_timeout = %d;
                set idle_in_transaction_session_timeout = %d; %s
                """
                        .formatted(
                                lock.toMillis(),
                                statement.toMillis(),
                                silence.toMillis(),
                                Distribution.BEFORE_SERVING));
    }

    private static Duration bound(Environment environment, String name, Duration usual) {
        return environment.getProperty("jiaxue.database." + name, Duration.class, usual);
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(Database database) {
        return new OwnerConnection(database.owner());
    }

    @Bean
    FlywayMigrationInitializer flywayInitializer(
            Flyway flyway, ObjectProvider<FlywayMigrationStrategy> strategy, Database database) {
        return new Preparation(flyway, strategy.getIfAvailable(), database.owner());
    }

    @Bean
    FlywayConfigurationCustomizer migrationsInTheirOwnSchema() {
        return flyway ->
                flyway.defaultSchema(Roles.MIGRATIONS)
                        .createSchemas(false)
                        .initSql(Distribution.BEFORE_MIGRATIONS);
    }

    /** The same migrations as at every start, for the upgrade of an embedded server. */
    private static Consumer<DataSource> migration(
            ObjectProvider<FlywayMigrationStrategy> strategy) {
        return owner ->
                strategy.getIfAvailable(() -> Flyway::migrate)
                        .migrate(
                                Flyway.configure()
                                        .dataSource(owner)
                                        .locations("classpath:db/migration")
                                        .defaultSchema(Roles.MIGRATIONS)
                                        .createSchemas(false)
                                        .load());
    }

    private record OwnerConnection(Login owner) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return owner.user();
        }

        @Override
        public String getPassword() {
            return owner.password();
        }

        @Override
        public String getJdbcUrl() {
            return owner.url();
        }
    }
}
