package org.jiaxue.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions and tokens for a test, each good for one use of its own. */
public final class Keys {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Tokens tokens;
    private final JdbcClient jdbc;

    public Keys(ApplicationContext house) {
        this.tokens = house.getBean(Tokens.class);
        this.jdbc = house.getBean(JdbcClient.class);
    }

    public static Viewer of(GuardianId guardian) {
        return new Viewer.Guardian(guardian, EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ));
    }

    public static Viewer of(StaffId staff) {
        return new Viewer.Staff(staff, "职员", EnumSet.of(Viewer.Scope.READ, Viewer.Scope.STAFF));
    }

    /** A browser's session, as its cookie's value. */
    public String session(Viewer viewer) {
        return tokens.session(viewer).token();
    }

    public String bearer(GuardianId guardian, Viewer.Scope scope) {
        return tokens.bearer(new Viewer.Guardian(guardian, Set.of(scope)), AN_HOUR).token();
    }

    public String bearer(StaffId staff, Viewer.Scope scope) {
        return tokens.bearer(new Viewer.Staff(staff, "职员", Set.of(scope)), AN_HOUR).token();
    }

    /** A bearer token that was good until yesterday, as all others of this guardian now are. */
    public String ended(GuardianId guardian) {
        String token = bearer(guardian, Viewer.Scope.LEARN);
        Instant now = Instant.now();
        jdbc.sql(
                        """
                        update identity.token set issued_at = :issued, expires_at = :ended
                        where guardian_id = :guardian and kind = 'BEARER'
                        """)
                .param("issued", now.minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC))
                .param("ended", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("guardian", guardian.value())
                .update();
        return token;
    }

    /** A token of the right shape that nobody was ever given. */
    public static String unknown() {
        return Ids.token(Tokens.TOKEN_BYTES);
    }
}
