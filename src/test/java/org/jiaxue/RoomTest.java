package org.jiaxue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jiaxue.database.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole house on a real PostgreSQL with a database of its own, serving on a free port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Jiaxue.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiaxue.secret=a-secret-for-tests-only-0123456789",
            "management.server.port=0",
            "server.shutdown=immediate",
            "jiaxue.rerun.every=PT12H",
            "jiaxue.data=target/test-data",
            "jiaxue.archive=target/test-data/archive-${random.uuid}"
        })
@Import(StaffByPassword.class)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface RoomTest {}
