import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jiaxue.database.Login;

/** Guardians who let their learning be recorded. */
final class Guardians {

    private Guardians() {}

    /** Stores guardians, each with a bearer token, which is answered. */
    static List<String> bearers(Login owner, int number) throws Exception {
        return store(owner, number, "BEARER");
    }

    /** A guardian's session, as a browser shows it. */
    static String session(Login owner) throws Exception {
        return store(owner, 1, "COOKIE").getFirst();
    }

    private static List<String> store(Login owner, int number, String kind) throws Exception {
        List<String> tokens = new ArrayList<>();
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
                guardian.executeUpdate();
                token.setString(1, HexFormat.of().formatHex(hash));
                token.setString(2, kind);
                token.setObject(3, id);
                token.executeUpdate();
                tokens.add(text);
            }
        }
        return tokens;
    }
}
