package org.jiaxue.credentials.badge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.issuer.Issuer;
import org.jiaxue.credentials.proof.Contexts;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of a credential: an AchievementCredential of Open Badges 3.0, which is a Verifiable
 * Credential 2.0. It holds no identifier of the guardian's, and a name only when they chose one;
 * its subject is a UUID of its own, so that two credentials of one guardian cannot be laid
 * together. Every claim is a string: numbers have several spellings, and each character is to be
 * under the signature.
 */
public final class Badge {

    /** Between the Chinese and the English of one claim: the vocabulary has room for one string. */
    private static final String SLASH = " / ";

    private Badge() {}

    public static ObjectNode document(
            Issuer issuer,
            CredentialId id,
            UUID subject,
            Achievement achievement,
            StatusPosition position,
            Instant at) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(Contexts.CREDENTIALS).add(Contexts.OPEN_BADGES);
        document.put("id", issuer.base().credential(id));
        document.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        document.put("name", both(achievement.name()));
        ObjectNode profile = document.putObject("issuer").put("id", issuer.did());
        profile.putArray("type").add("Profile");
        profile.put("name", both(issuer.name())).put("url", issuer.base().value());
        document.put("validFrom", at.truncatedTo(ChronoUnit.SECONDS).toString());
        subject(document.putObject("credentialSubject"), subject, achievement);
        status(document, issuer, position);
        return document;
    }

    /**
     * The same achievement once more, with another name on it or none: a document of its own, with
     * a subject and a status of its own and the date of the first.
     *
     * @param earlier as it was issued; not changed
     * @param name as its holder chose it; null for none
     */
    public static ObjectNode renewed(
            Issuer issuer,
            ObjectNode earlier,
            CredentialId id,
            UUID subject,
            StatusPosition position,
            @Nullable String name) {
        ObjectNode document = earlier.deepCopy();
        document.remove("proof");
        document.put("id", issuer.base().credential(id));
        ObjectNode about = (ObjectNode) document.path("credentialSubject");
        about.put("id", "urn:uuid:" + subject);
        about.remove("identifier");
        if (name != null) {
            ObjectNode identity = about.putArray("identifier").addObject();
            identity.put("type", "IdentityObject");
            identity.put("hashed", false).put("identityHash", name).put("identityType", "name");
        }
        status(document, issuer, position);
        return document;
    }

    /** The name that a document bears; null where it bears none. */
    public static @Nullable String holder(ObjectNode document) {
        JsonNode name = document.at("/credentialSubject/identifier/0/identityHash");
        return name.isString() ? name.stringValue() : null;
    }

    private static void status(ObjectNode document, Issuer issuer, StatusPosition position) {
        String list = issuer.base().statusList(position.list());
        document.putObject("credentialStatus")
                .put("id", list + "#" + position.index())
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", Integer.toString(position.index()))
                .put("statusListCredential", list);
    }

    private static void subject(ObjectNode node, UUID subject, Achievement achievement) {
        node.put("id", "urn:uuid:" + subject).putArray("type").add("AchievementSubject");
        ObjectNode about = node.putObject("achievement").put("id", achievement.id());
        about.putArray("type").add("Achievement");
        about.put("achievementType", achievement.kind().achievementType())
                .put("name", both(achievement.name()))
                .put("description", both(achievement.description()))
                .put("version", achievement.version());
        about.putObject("criteria").put("narrative", both(achievement.criteria()));
    }

    /** Whether a document names this place in a status list of this issuer. */
    public static boolean standsAt(ObjectNode document, Issuer issuer, StatusPosition position) {
        JsonNode status = document.path("credentialStatus");
        return status.path("statusListCredential")
                        .asString("")
                        .equals(issuer.base().statusList(position.list()))
                && status.path("statusListIndex")
                        .asString("")
                        .equals(Integer.toString(position.index()));
    }

    /** Both languages in one string. */
    static String both(Words words) {
        return clean(words.zh()) + SLASH + clean(words.en());
    }

    /** The two languages of a claim again; a claim without the mark is the same in both. */
    public static Words apart(JsonNode claim) {
        String text = claim.asString("");
        int mark = text.indexOf(SLASH);
        return mark < 0
                ? new Words(text, text)
                : new Words(text.substring(0, mark), text.substring(mark + SLASH.length()));
    }

    /**
     * Line breaks, control characters and the mark itself become blanks, so that reading is plain.
     */
    private static String clean(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
        return clean.replace(SLASH, " | ");
    }
}
