package org.jiaxue.database;

import org.flywaydb.core.Flyway;
import org.jiaxue.database.access.Roles;
import org.jiaxue.database.distribution.Distribution;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Makes the database ready before anything uses it: the migrations, unless they were these the last
 * time, and after them every table in its place where the database is a cluster. One process at a
 * time does so; those that start beside it wait and find it done. The lock is the session's,
 * because the migrations are many transactions, and goes with the connection; the owner's goes past
 * a pooler.
 */
final class Preparation extends FlywayMigrationInitializer {

    private final Login owner;

    Preparation(Flyway flyway, @Nullable FlywayMigrationStrategy strategy, Login owner) {
        super(flyway, strategy);
        this.owner = owner;
    }

    @Override
    public void afterPropertiesSet() throws Exception {
        try (var connection = owner.connect()) {
            Roles.asks(
                    connection, "select pg_advisory_lock(hashtext('jiaxue migrations')) is null");
            Migrations shipped = Migrations.shipped();
            if (!shipped.in(connection)) {
                super.afterPropertiesSet();
                shipped.keep(connection);
            }
            Distribution.apply(connection);
        }
    }
}
