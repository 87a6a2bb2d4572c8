package org.jiaxue.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.database.Database;
import org.jiaxue.database.Login;
import org.jiaxue.identity.People;
import org.jiaxue.identity.account.Traces;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What bears a name stands in no table in clear, also where an earlier version left it so. */
@RoomTest
class NamedSealTests {

    private static final String NAME = "公冶未央";

    @Autowired private ApplicationContext house;
    @Autowired private Credentials credentials;
    @Autowired private NamedSeal seal;
    @Autowired private People people;
    @Autowired private Database database;

    private GuardianId guardian;

    @BeforeEach
    void arrive() {
        guardian = Handed.arrived(people);
    }

    @Test
    void a_name_and_the_document_it_stands_in_are_sealed_and_open_for_who_asks() {
        CredentialId named = named();

        assertThat(new Traces(database).of(NAME)).isEmpty();
        assertThat(credentials.statement(named).orElseThrow().holder()).isEqualTo(NAME);
        assertThat(credentials.document(named).orElseThrow()).contains(NAME);
        assertThat(credentials.check(named)).isInstanceOf(Check.Valid.class);
    }

    @Test
    void what_an_earlier_version_left_in_clear_is_sealed_at_the_start_and_only_once()
            throws Exception {
        List<CredentialId> before = List.of(named(), named());
        List<String> documents = before.stream().map(this::document).toList();
        for (CredentialId id : before) {
            leaveInClear(id);
        }
        assertThat(new Traces(database).of(NAME)).containsExactly("credentials.credential");

        assertThat(seal.sealRest()).isEqualTo(2);

        assertThat(new Traces(database).of(NAME)).isEmpty();
        assertThat(before.stream().map(this::document).toList()).isEqualTo(documents);
        assertThat(before)
                .allSatisfy(
                        it -> assertThat(credentials.check(it)).isInstanceOf(Check.Valid.class));
        assertThat(seal.sealRest()).isZero();
    }

    @Test
    void a_sealed_text_of_another_row_is_found_altered() throws Exception {
        CredentialId one = named();
        CredentialId other = named();
        asOwner(
                """
                update credentials.credential set document_sealed = (
                    select document_sealed from credentials.credential where id = ?)
                where id = ?
                """,
                other.value(),
                one.value());

        assertThat(credentials.check(one)).isInstanceOf(Check.Altered.class);
        assertThat(credentials.check(other)).isInstanceOf(Check.Valid.class);
    }

    @Test
    void the_database_takes_no_name_in_clear_any_more() {
        CredentialId named = named();

        assertThat(
                        refused(() ->
                                asOwner(
                                        """
                                        update credentials.credential set holder_name = ?
                                        where id = ?
                                        """,
                                        NAME,
                                        named.value())))
                .isTrue();
    }

    private CredentialId named() {
        CredentialId first = CredentialId.read(Handed.to(guardian, "330102", house)).orElseThrow();
        if (credentials.renew(guardian, first, NAME) instanceof Renewing.Renewed(var id)) {
            return id;
        }
        throw new AssertionError("not renewed");
    }

    private String document(CredentialId id) {
        return credentials.document(id).orElseThrow();
    }

    /** As the version before kept it, which had no constraint against it. */
    private void leaveInClear(CredentialId id) throws SQLException {
        asOwner(
                """
                alter table credentials.credential
                    drop constraint credential_no_name_in_clear_check
                """);
        asOwner(
                """
                update credentials.credential
                set holder_name = ?, document = ?, document_sealed = null
                where id = ?
                """,
                NAME,
                document(id),
                id.value());
        asOwner(
                """
                alter table credentials.credential
                    add constraint credential_no_name_in_clear_check
                        check (holder_name is null) not valid
                """);
    }

    private void asOwner(String sql, String... values) throws SQLException {
        Login owner = database.owner();
        try (Connection connection =
                        DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private interface Deed {
        void run() throws SQLException;
    }

    private static boolean refused(Deed deed) {
        try {
            deed.run();
            return false;
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage())
                    .contains("credential_no_name_in_clear_check");
        }
    }
}
