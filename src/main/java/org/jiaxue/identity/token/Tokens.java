package org.jiaxue.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jiaxue.identity.Issued;
import org.jiaxue.web.Changes;
import org.jiaxue.web.ClientId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.LookUps;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Remembered;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Opaque tokens of 256 bits, kept as SHA-256 hashes: no salt is needed for what cannot be guessed.
 * What was found is remembered in this process, a guardian's for up to a minute (several beats of a
 * player), a staff member's and a trusted client's for up to ten seconds. A token that is removed
 * is dead here at once, and elsewhere as soon as that node hears of it, at the latest within that
 * time. Look-ups that arrive together are one statement.
 */
@Component
public class Tokens implements Remembered, DisposableBean {

    static final int TOKEN_BYTES = 32;
    static final Duration GUARDIAN_IDLE = Duration.ofDays(30);
    static final Duration GUARDIAN_MOST = Duration.ofDays(180);
    static final Duration STAFF_IDLE = Duration.ofHours(8);
    static final Duration STAFF_MOST = Duration.ofHours(24);
    static final Duration BEARER_MOST = Duration.ofDays(366);

    static final Duration GUARDIAN_REMEMBERED = Duration.ofMinutes(1);
    static final Duration STAFF_REMEMBERED = Duration.ofSeconds(10);

    /** Longer than an answer from before the removal can take, and be remembered then. */
    private static final Duration REMOVED = GUARDIAN_REMEMBERED.multipliedBy(3);

    private static final int MOST_REMEMBERED = 100_000;
    private static final int LENGTH = 43;

    private final TokenStore store;
    private final Times times;
    private final Proof proof;
    private final Changes changes;
    private final Cache<String, TokenStore.Row> remembered =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfter(
                            Expiry.<String, TokenStore.Row>writing((_, row) -> remembered(row)))
                    .build();

    /** A look-up that began before a removal must not bring the token back. */
    private final Cache<String, Boolean> removed =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMOVED).build();

    private final LookUps<String, Found> lookUps;

    /** What a look-up came to. */
    private record Found(TokenStore.@Nullable Row row) {}

    Tokens(TokenStore store, Times times, Proof proof, Changes changes) {
        this.store = store;
        this.times = times;
        this.proof = proof;
        this.changes = changes;
        this.lookUps = new LookUps<>("tokens", this::lookUp);
    }

    /**
     * From half of the longest to all of it: those who came together are not looked up again
     * together.
     */
    private static Duration remembered(TokenStore.Row row) {
        Duration longest =
                row.viewer() instanceof Viewer.Guardian ? GUARDIAN_REMEMBERED : STAFF_REMEMBERED;
        return longest.dividedBy(2)
                .plusMillis(ThreadLocalRandom.current().nextLong(longest.toMillis() / 2));
    }

    /** A browser's session: it slides while it is used, and ends at its longest lifetime. */
    Issued session(Viewer viewer) {
        Instant now = times.now();
        return issue(TokenStore.Kind.COOKIE, viewer, now, now.plus(idle(viewer)));
    }

    /** As {@link #session}, counted as if it had begun when another one did. */
    Issued session(Viewer viewer, Instant beganAt) {
        Instant slid = times.now().plus(idle(viewer));
        Instant last = beganAt.plus(most(viewer));
        return issue(TokenStore.Kind.COOKIE, viewer, beganAt, slid.isBefore(last) ? slid : last);
    }

    /** A bearer token of a fixed lifetime. */
    public Issued bearer(Viewer viewer, Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(BEARER_MOST) > 0) {
            throw new IllegalArgumentException("a lifetime of at most " + BEARER_MOST);
        }
        Instant now = times.now();
        return issue(TokenStore.Kind.BEARER, viewer, now, now.plus(lifetime));
    }

    private Issued issue(TokenStore.Kind kind, Viewer viewer, Instant at, Instant until) {
        String token = Ids.token(TOKEN_BYTES);
        if (!store.add(hash(token), new TokenStore.Row(kind, viewer, at, until, false))) {
            throw new Refusal(Problem.unprocessable("identity.problem.begin-again"));
        }
        return new Issued(token, until, scopesOf(viewer));
    }

    /** Who holds this token; empty when it is unknown, ended, or was issued for another use. */
    Optional<Viewer> find(String token, TokenStore.Kind kind) {
        return row(token, kind).map(proof::asProven);
    }

    /** When this token was issued; empty as {@link #find} is. */
    Optional<Instant> issuedAt(String token, TokenStore.Kind kind) {
        return row(token, kind).map(TokenStore.Row::issuedAt);
    }

    private Optional<TokenStore.Row> row(String token, TokenStore.Kind kind) {
        if (!shaped(token)) {
            return Optional.empty();
        }
        String hash = hash(token);
        Instant now = times.now();
        TokenStore.Row known = remembered.getIfPresent(hash);
        if (known == null || !known.expiresAt().isAfter(now)) {
            TokenStore.@Nullable Row row = lookUps.of(hash).row();
            if (row == null) {
                return Optional.empty();
            }
            known = slide(hash, row, now);
            remembered.put(hash, known);
        }
        return known.kind() == kind && removed.getIfPresent(hash) == null
                ? Optional.of(known)
                : Optional.empty();
    }

    /** Whether it can be a token at all: base64url, without padding. */
    private static boolean shaped(String token) {
        return token.length() == LENGTH && token.chars().allMatch(Tokens::ofAToken);
    }

    private static boolean ofAToken(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '_'
                || letter == '-';
    }

    private List<Found> lookUp(List<String> hashes) {
        Map<String, TokenStore.Row> rows = store.find(hashes, times.now());
        return hashes.stream().map(hash -> new Found(rows.get(hash))).toList();
    }

    /** Moves a session's end on, at most once in a tenth of its idle time. */
    private TokenStore.Row slide(String hash, TokenStore.Row row, Instant now) {
        if (row.kind() != TokenStore.Kind.COOKIE) {
            return row;
        }
        Duration idle = idle(row.viewer());
        Instant last = row.issuedAt().plus(most(row.viewer()));
        Instant until = now.plus(idle).isBefore(last) ? now.plus(idle) : last;
        if (Duration.between(row.expiresAt(), until).compareTo(idle.dividedBy(10)) <= 0) {
            return row;
        }
        store.extend(hash, until);
        return new TokenStore.Row(row.kind(), row.viewer(), row.issuedAt(), until, row.factor());
    }

    /** Ends every session and bearer token of a member of staff, as {@link #remove} does. */
    public void removeAll(StaffId staff) {
        store.removeAll(staff).forEach(this::tellRemoved);
    }

    public void remove(String token) {
        String hash = hash(token);
        store.remove(hash);
        tellRemoved(hash);
    }

    /** Ends every session and bearer token of a guardian, as {@link #remove} does. */
    public void removeAll(GuardianId guardian) {
        store.removeAll(guardian).forEach(this::tellRemoved);
    }

    private void tellRemoved(String hash) {
        changed(hash);
        changes.tell(topic(), hash);
    }

    @Override
    public String topic() {
        return "identity.token";
    }

    @Override
    public void changed(String hash) {
        removed.put(hash, true);
        remembered.invalidate(hash);
    }

    @Override
    public void anyChanged() {
        remembered.invalidateAll();
    }

    /** Ends every bearer token of a trusted client, as {@link #remove} does. */
    public void removeAll(ClientId client) {
        store.removeAll(client).forEach(this::tellRemoved);
    }

    /** Forgets tokens, at most so many at a time, that ended before; returns how many. */
    public int sweep(Instant before, int most) {
        return store.sweep(before, most);
    }

    @Override
    public void destroy() {
        lookUps.close();
    }

    static Duration most(Viewer viewer) {
        return viewer instanceof Viewer.Staff ? STAFF_MOST : GUARDIAN_MOST;
    }

    private static Duration idle(Viewer viewer) {
        return viewer instanceof Viewer.Staff ? STAFF_IDLE : GUARDIAN_IDLE;
    }

    private static Set<Viewer.Scope> scopesOf(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Visitor _ -> throw new IllegalArgumentException("nobody's token");
            case Viewer.Guardian guardian -> guardian.scopes();
            case Viewer.Staff staff -> staff.scopes();
            case Viewer.Client client -> client.scopes();
        };
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
