import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jiaxue.database.Login;

/** Guardians who let their learning be recorded. */
final class Guardians {

    /** A guardian and what shows that it is them. */
    record Guardian(UUID id, String token) {}

    private Guardians() {}

    /**
     * Stores guardians who have played some of every lesson, so that they complete one soon and not
     * all at once; each with a bearer token, which is answered.
     */
    static List<String> bearers(Login owner, int number) throws Exception {
        List<Guardian> stored = store(owner, number, "BEARER");
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into learning.coverage
                        (guardian_id, lesson_id, covered, covered_seconds, clock_at)
                    select guardian_id, id, rpad(repeat('1', played), seconds, '0')::varbit,
                           played, clock_timestamp()
                    from (select g.guardian_id, l.id, l.seconds,
                                 l.seconds / 4 + (random() * l.seconds / 2)::int as played
                          from identity.guardian g, catalogue.lesson l
                          where not exists (select from learning.coverage c
                                            where c.guardian_id = g.guardian_id)) playing
                    """);
        }
        return stored.stream().map(Guardian::token).toList();
    }

    /** A guardian's session, as a browser shows it. */
    static String session(Login owner) throws Exception {
        return store(owner, 1, "COOKIE").getFirst().token();
    }

    /** Stores guardians who have played nothing, each with a token of a kind. */
    static List<Guardian> store(Login owner, int number, String kind) throws Exception {
        List<Guardian> stored = new ArrayList<>();
        Random random = new Random();
        try (Connection connection = owner.connect();
                PreparedStatement guardian =
                        connection.prepareStatement(
                                """
                                insert into identity.guardian
                                    (guardian_id, phone_sealed, division, may_record, joined_at)
                                values (?, '', '330102001', true, clock_timestamp())
                                """);
                PreparedStatement token =
                        connection.prepareStatement(
                                """
                                insert into identity.token
                                    (token_hash, kind, guardian_id, scopes, issued_at, expires_at)
                                values (?, ?, ?, 'LEARN READ', clock_timestamp(),
                                    clock_timestamp() + interval '1 day')
                                """)) {
            for (int i = 0; i < number; i++) {
                UUID id = UUID.randomUUID();
                byte[] bytes = new byte[32];
                random.nextBytes(bytes);
                String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(ascii);
                guardian.setObject(1, id);
                guardian.addBatch();
                token.setString(1, HexFormat.of().formatHex(hash));
                token.setString(2, kind);
                token.setObject(3, id);
                token.addBatch();
                stored.add(new Guardian(id, text));
            }
            guardian.executeBatch();
            token.executeBatch();
        }
        return stored;
    }
}
