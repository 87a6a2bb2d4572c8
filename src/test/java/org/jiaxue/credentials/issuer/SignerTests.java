package org.jiaxue.credentials.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Settings;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class SignerTests {

    @Autowired private Signer signer;
    @Autowired private IssuerStore store;
    @Autowired private Settings settings;
    @Autowired private Secrets secrets;
    @Autowired private TextsFinder texts;
    @Autowired private Times times;
    @Autowired private JdbcClient jdbc;

    @Test
    void the_issuer_stays_when_the_address_in_the_settings_changes() {
        Settings moved =
                new Settings(
                        "https://moved.example",
                        settings.secret(),
                        settings.data(),
                        settings.demo(),
                        settings.zone());
        Issuer again = new Signer(store, moved, secrets, texts, times).issuer();
        assertThat(again.base()).isEqualTo(signer.issuer().base());
        assertThat(again.verificationMethod()).isEqualTo(signer.issuer().verificationMethod());
    }

    @Test
    void the_private_key_does_not_stand_in_the_database_as_it_is() {
        String sealed = store.find().orElseThrow().sealedKey();
        assertThat(Base64.getUrlDecoder().decode(sealed)).hasSize(12 + 32 + 16);
        assertThat(secrets.seal("another").open(sealed, signer.issuer().did())).isEmpty();
    }

    @Test
    void the_application_may_not_change_who_signs() {
        assertThatThrownBy(() -> jdbc.sql("update credentials.issuer set did = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> jdbc.sql("update credentials.credential set document = ''").update())
                .isInstanceOf(DataAccessException.class);
    }
}
