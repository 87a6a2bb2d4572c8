package org.jiaxue.credentials.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaxue.credentials.CredentialKind;
import org.jiaxue.credentials.proof.StrictJson;
import org.jiaxue.credentials.proof.Verification;
import org.jiaxue.credentials.proof.Verification.Reason;
import org.jiaxue.credentials.proof.Verification.Refused;
import org.jiaxue.credentials.proof.Verification.Verified;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class BadgeTests {

    private final String signed = Samples.signed(77);

    @Test
    void every_kind_with_every_kind_of_name_is_valid_by_the_schema_of_open_badges()
            throws IOException {
        List<String> all = new ArrayList<>(List.of(signed));
        for (Achievement achievement : List.of(Samples.STAR, Samples.COURSE)) {
            for (String name : new String[] {"欧阳青禾", "欧阳女士", "Ana María O’Neill", null}) {
                all.add(Samples.renewed(achievement, 78, name));
            }
        }
        try (InputStream schema =
                BadgeTests.class.getResourceAsStream(
                        "/credentials/ob_v3p0_achievementcredential_schema.json")) {
            var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09);
            Schema valid = registry.getSchema(schema);
            assertThat(all)
                    .allSatisfy(it -> assertThat(valid.validate(document(it))).as(it).isEmpty());
            ObjectNode nameless = document(Samples.renewed(Samples.STAR, 78, "沈禾"));
            ((ObjectNode) nameless.at("/credentialSubject/identifier/0")).remove("identityType");
            assertThat(valid.validate(nameless)).isNotEmpty();
        }
    }

    @Test
    void the_name_that_a_document_bears_is_read_from_it_again() {
        assertThat(Badge.holder(document(Samples.renewed(Samples.STAR, 78, "沈禾")))).isEqualTo("沈禾");
        assertThat(Badge.holder(document(Samples.renewed(Samples.STAR, 78, null)))).isNull();
        assertThat(Badge.holder(document(signed))).isNull();
    }

    @Test
    void a_credential_verifies_as_it_was_issued() {
        assertThat(Samples.ISSUER.verify(signed)).isInstanceOf(Verified.class);
    }

    @Test
    void a_credential_is_one_line_without_white_space_between_its_claims() {
        assertThat(signed).doesNotContain("\n").doesNotContain("\": ").doesNotContain(", \"");
    }

    @Test
    void a_change_of_any_one_character_is_noticed() {
        int[] points = signed.codePoints().toArray();
        for (int at = 0; at < points.length; at++) {
            for (int other : new int[] {points[at] ^ 1, points[at] ^ 0x20, '7'}) {
                if (other != points[at] && Character.isValidCodePoint(other)) {
                    assertRefused(replaced(points, at, other));
                }
            }
        }
    }

    @Test
    void a_character_added_or_taken_away_is_noticed() {
        for (int at = 0; at < signed.length(); at++) {
            assertRefused(signed.substring(0, at) + signed.substring(at + 1));
            assertRefused(signed.substring(0, at) + "@" + signed.substring(at));
        }
    }

    @Test
    void a_claim_that_no_context_knows_is_refused() {
        ObjectNode document = document(signed);
        document.put("rank", "first");
        assertReason(document, Reason.NOT_SIGNED_AS_A_WHOLE);
    }

    @Test
    void a_claim_with_a_broken_address_is_refused() {
        ObjectNode document = document(signed);
        ObjectNode achievement = (ObjectNode) document.at("/credentialSubject/achievement");
        achievement.put("image", "not an address> <urn:x> <urn:y> .\n<urn:z");
        assertReason(document, Reason.NOT_SIGNED_AS_A_WHOLE);
    }

    @Test
    void a_name_said_twice_is_refused() {
        assertRefused(signed.replaceFirst("\"name\":", "\"name\":\"x\",\"name\":"));
    }

    @Test
    void another_issuers_key_is_refused() {
        ObjectNode document = document(signed);
        ((ObjectNode) document.at("/issuer")).put("id", "did:web:elsewhere.example");
        assertReason(document, Reason.UNKNOWN_KEY);
    }

    @Test
    void half_a_character_is_refused() {
        assertRefused(signed.replace("Star Licence", "Star\\ud800Licence"));
        assertRefused(signed.replace("Star Licence", "Star?Licence"));
    }

    @Test
    void words_with_quotes_and_breaks_stay_one_claim_and_verify() {
        Achievement odd =
                new Achievement(
                        CredentialKind.COURSE,
                        "http://localhost:9200/courses/1",
                        "1",
                        new Words("“好好说话” \"\\u0041\\\n第二行", "Talk \\ \"well\" / now\u0000"),
                        Samples.STAR.description(),
                        Samples.STAR.criteria());
        String text = Samples.ISSUER.sign(badge(odd), Samples.AT);
        assertThat(Samples.ISSUER.verify(text)).isInstanceOf(Verified.class);
        assertThat(Badge.apart(document(text).path("name")).en())
                .isEqualTo("Talk \\ \"well\" | now");
    }

    @Test
    void nothing_in_it_names_the_guardian() {
        ObjectNode document = document(signed);
        assertThat(document.path("credentialSubject").propertyNames())
                .containsExactly("id", "type", "achievement");
        assertThat(document.at("/credentialSubject/id").stringValue()).startsWith("urn:uuid:");
    }

    private static ObjectNode badge(Achievement achievement) {
        return Badge.document(
                Samples.ISSUER,
                Samples.ID,
                new UUID(1, 2),
                achievement,
                new StatusPosition(1, 5),
                Samples.AT);
    }

    private static ObjectNode document(String text) {
        return StrictJson.read(text).orElseThrow();
    }

    private static String replaced(int[] points, int at, int other) {
        int[] altered = points.clone();
        altered[at] = other;
        return new String(altered, 0, altered.length);
    }

    private static void assertReason(ObjectNode document, Reason reason) {
        Verification verification = Samples.ISSUER.verify(StrictJson.write(document));
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void assertRefused(String text) {
        assertThat(Samples.ISSUER.verify(text)).as(text).isInstanceOf(Refused.class);
    }
}
