package org.jiaxue.credentials.mine;

import java.time.Instant;
import java.util.List;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.credentials.Credentials.Stretch;
import org.jiaxue.credentials.Credentials.Summary;
import org.jiaxue.web.Audience;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A guardian's own credentials for programs. */
@RestController
@OpenTo(Audience.GUARDIAN)
class MyCredentialsApi {

    private final Credentials credentials;

    MyCredentialsApi(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * One credential.
     *
     * @param status {@code valid} or {@code revoked}
     * @param href the path of the public check page, and by Accept of the document
     */
    public record Item(String id, String name, Instant issuedAt, String status, String href) {}

    /**
     * A stretch of the list.
     *
     * @param next what to pass as {@code before}; null at the end
     */
    public record Items(List<Item> items, @Nullable String next) {}

    /** Newest first; at most {@link Credentials#MAX_LISTED} at once. */
    @GetMapping("/api/v1/me/credentials")
    Items list(
            GuardianId guardian,
            Texts texts,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before) {
        if (limit < 1 || limit > Credentials.MAX_LISTED) {
            throw new Refusal(
                    Problem.badRequest("credentials.problem.limit", Credentials.MAX_LISTED));
        }
        Stretch stretch = stretch(credentials, guardian, limit, before);
        return new Items(
                stretch.items().stream().map(summary -> item(summary, texts)).toList(),
                stretch.next() == null ? null : stretch.next().value());
    }

    /** Refuses a {@code before} that is not one of the guardian's own. */
    static Stretch stretch(
            Credentials credentials, GuardianId guardian, int limit, @Nullable String before) {
        if (before == null) {
            return credentials.of(guardian, limit, null);
        }
        CredentialId last =
                CredentialId.read(before)
                        .filter(id -> credentials.belongs(id, guardian))
                        .orElseThrow(() ->
                                new Refusal(Problem.badRequest("credentials.problem.before")));
        return credentials.of(guardian, limit, last);
    }

    private static Item item(Summary summary, Texts texts) {
        return new Item(
                summary.id().value(),
                texts.say(summary.name()),
                summary.issuedAt(),
                summary.revoked() ? "revoked" : "valid",
                "/credentials/" + summary.id());
    }
}
