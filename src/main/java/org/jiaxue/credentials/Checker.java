package org.jiaxue.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.credentials.Check.Altered;
import org.jiaxue.credentials.Check.Part;
import org.jiaxue.credentials.badge.Badge;
import org.jiaxue.credentials.issuer.Signer;
import org.jiaxue.credentials.proof.StrictJson;
import org.jiaxue.credentials.proof.Verification.Verified;
import org.jiaxue.credentials.status.StatusLists;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Looks at a credential, or at a copy of one, and says what to make of it. */
@Component
class Checker {

    private final Signer signer;
    private final CredentialStore credentials;
    private final StatusLists statuses;

    Checker(Signer signer, CredentialStore credentials, StatusLists statuses) {
        this.signer = signer;
        this.credentials = credentials;
        this.statuses = statuses;
    }

    /** The one on record: its signature is verified afresh, so a touched row is noticed. */
    Check check(CredentialId id) {
        return credentials
                .find(id)
                .map(this::check)
                .orElseGet(() ->
                        statuses.position(id).isPresent()
                                ? new Check.NotKept()
                                : new Check.Unknown());
    }

    private Check check(Credential credential) {
        boolean sound =
                signer.issuer().verify(credential.document())
                                instanceof Verified(ObjectNode document)
                        && document.path("id")
                                .asString("")
                                .equals(signer.issuer().base().credential(credential.id()));
        if (!sound) {
            return new Altered(List.of());
        }
        Claims claims = Claims.of(credential);
        return statuses.revocation(credential.position())
                .map(revocation -> withdrawn(claims, revocation))
                .orElseGet(() -> new Check.Valid(claims));
    }

    private static Check withdrawn(Claims claims, Revocation revocation) {
        return revocation.reason() == Revocation.Reason.REPLACED
                ? new Check.Replaced(claims, revocation.at())
                : new Check.Revoked(claims, revocation);
    }

    /**
     * A copy that somebody brings. Only the layout of its JSON may differ from what was issued; a
     * copy whose own number was changed is told by its signature's key.
     */
    Check check(String copy) {
        String text = copy.strip();
        Optional<ObjectNode> read = StrictJson.read(text);
        Optional<Credential> original =
                read.map(this::named).orElseGet(() -> mentioned(text)).flatMap(credentials::find);
        if (original.isEmpty()) {
            Optional<Check> alone = read.flatMap(document -> alone(document, text));
            if (alone.isPresent()) {
                return alone.get();
            }
            return read.filter(this::namesOurKey).isPresent()
                    ? new Altered(List.of(Part.NUMBER))
                    : new Check.Unknown();
        }
        if (read.isEmpty()) {
            return new Altered(List.of(Part.OTHER));
        }
        ObjectNode issued = StrictJson.read(original.get().document()).orElseThrow();
        return read.get().equals(issued)
                ? check(original.get())
                : new Altered(differing(read.get(), issued));
    }

    /**
     * A copy of which nothing is kept here, because its holder's account was erased: it is what was
     * issued if our signature holds and the place in the status list is the one given to this
     * number. Empty where the number was never given.
     */
    private Optional<Check> alone(ObjectNode copy, String text) {
        Optional<CredentialId> id = named(copy);
        return id.flatMap(statuses::position)
                .map(position -> {
                    boolean sound =
                            signer.issuer().verify(text) instanceof Verified
                                    && Badge.standsAt(copy, signer.issuer(), position);
                    if (!sound) {
                        return new Altered(List.of());
                    }
                    Claims claims = Claims.of(id.orElseThrow(), copy);
                    return statuses.revocation(position)
                            .map(revocation -> withdrawn(claims, revocation))
                            .orElseGet(() -> new Check.Valid(claims));
                });
    }

    /** The credential that the copy says it is. */
    private Optional<CredentialId> named(ObjectNode copy) {
        String id = copy.path("id").asString("");
        return id.startsWith(base())
                ? CredentialId.read(id.substring(base().length()))
                : Optional.empty();
    }

    private String base() {
        return signer.issuer().base() + "/credentials/";
    }

    /** The first credential that damaged text mentions. */
    private Optional<CredentialId> mentioned(String text) {
        Matcher matcher = Pattern.compile(Pattern.quote(base()) + "([0-9a-f]{32})").matcher(text);
        return matcher.find() ? CredentialId.read(matcher.group(1)) : Optional.empty();
    }

    private boolean namesOurKey(ObjectNode document) {
        return document.at("/proof/0/verificationMethod")
                .asString("")
                .equals(signer.issuer().verificationMethod());
    }

    private static List<Part> differing(ObjectNode copy, ObjectNode issued) {
        List<Part> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            if (part != Part.OTHER && !copy.at(part.pointer()).equals(issued.at(part.pointer()))) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? List.of(Part.OTHER) : parts;
    }
}
