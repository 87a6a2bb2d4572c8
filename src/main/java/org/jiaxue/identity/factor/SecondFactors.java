package org.jiaxue.identity.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Second factors of staff. A code is good for its step of thirty seconds and one before and after,
 * and once; a recovery code is good once. Secrets are sealed, recovery codes kept as keyed hashes.
 */
@Component
public class SecondFactors {

    public static final int RECOVERY_CODES = 10;

    /** After so many wrong codes in a row the telephone's are not taken any more. */
    public static final int MOST_FAILED = 30;

    private static final String PURPOSE = "identity.second-factor";
    private static final String RECOVERY = "identity.recovery-code";
    private static final String OFFERED = "offered ";
    private static final String ISSUER = "Jiaxue";
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_BYTES = 10;
    private static final int HALF = 8;

    /** The 32 characters of a secret are shown in eight groups. */
    private static final int GROUP = 4;

    private static final long NEVER = Long.MIN_VALUE;

    private final FactorStore store;
    private final Secrets secrets;
    private final Seal seal;
    private final Tokens tokens;
    private final Audit audit;
    private final Times times;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(FactorStore store, Secrets secrets, Tokens tokens, Audit audit, Times times) {
        this.store = store;
        this.secrets = secrets;
        this.seal = secrets.seal(PURPOSE);
        this.tokens = tokens;
        this.audit = audit;
        this.times = times;
    }

    /**
     * A secret that is offered to a telephone and not in force before it was confirmed.
     *
     * @param secret as it is typed, in Base32
     * @param uri as it is scanned
     * @param sealed the same for the page to send back, which only its owner's page can
     */
    public record Offer(String secret, String uri, String sealed) {

        /** The secret in groups of four. */
        public List<String> groups() {
            return IntStream.iterate(0, from -> from < secret.length(), from -> from + GROUP)
                    .mapToObj(from -> secret.substring(from, from + GROUP))
                    .toList();
        }

        @Override
        public String toString() {
            return "Offer[]";
        }
    }

    /** What came of trying a code. */
    public sealed interface Trial {

        /** Right, after so many wrong ones in a row. */
        record Right(int failed) implements Trial {}

        record Wrong() implements Trial {}

        /** The telephone's codes are not taken any more, this one whether right or not. */
        record Locked() implements Trial {}
    }

    /** What came of setting up a second factor. */
    public sealed interface Setup {

        /** It is in force; the recovery codes are told here and never again. */
        record Done(List<String> recoveryCodes) implements Setup {}

        /** Not a code of the new telephone; nothing was used up. */
        record WrongNew() implements Setup {}

        /** What should show that it is they, by the factor they have, does not. */
        record WrongCurrent(Trial trial) implements Setup {}
    }

    public boolean has(StaffId staff) {
        return store.find(staff).isPresent();
    }

    /** Whether only a recovery code or a reset opens it. */
    public boolean locked(StaffId staff) {
        return store.find(staff).filter(it -> it.failed() >= MOST_FAILED).isPresent();
    }

    public int recoveryCodesLeft(StaffId staff) {
        return store.recoveryLeft(staff);
    }

    public Offer offer(StaffId staff, String login) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return offer(secret, login, seal.close(secret, OFFERED + staff));
    }

    /** The same offer again, as the page sent it back; empty where it is not this one's. */
    public Optional<Offer> again(StaffId staff, String login, String sealed) {
        return seal.open(sealed, OFFERED + staff).map(secret -> offer(secret, login, sealed));
    }

    private static Offer offer(byte[] secret, String login, String sealed) {
        String text = Base32.encode(secret);
        String name = ISSUER + ":" + URLEncoder.encode(login, StandardCharsets.UTF_8);
        String uri = "otpauth://totp/" + name + "?secret=" + text + "&issuer=" + ISSUER;
        return new Offer(text, uri, sealed);
    }

    /**
     * Puts an offered secret in force when this is its code, and ends every session and token of
     * its owner. One who has a second factor shows by a code of it that it is they; that one is
     * tried last, so that it is used up only where the new one is right.
     *
     * @param current a code of the factor they have; not looked at where there is none
     */
    @Transactional
    public Setup setUp(Viewer.Staff staff, String sealed, String code, String current) {
        Optional<byte[]> secret = seal.open(sealed, OFFERED + staff.id());
        Optional<Long> step =
                secret.flatMap(it -> Totp.stepOf(it, digits(code), times.now(), NEVER));
        if (secret.isEmpty() || step.isEmpty()) {
            return new Setup.WrongNew();
        }
        if (has(staff.id())) {
            Trial trial = tryOut(staff, current);
            if (!(trial instanceof Trial.Right)) {
                return new Setup.WrongCurrent(trial);
            }
        }
        String kept = seal.close(secret.get(), staff.id().toString());
        store.put(staff.id(), new FactorStore.Row(kept, step.get(), 0), times.now());
        List<String> codes = newCodes(staff.id());
        tokens.removeAll(staff.id());
        audit.note(staff, "second-factor.enrolled", staff.id().toString());
        return new Setup.Done(codes);
    }

    /** New recovery codes in the place of the old ones. */
    @Transactional
    public List<String> renewCodes(Viewer.Staff staff) {
        audit.note(staff, "recovery-codes.renewed", staff.id().toString());
        return newCodes(staff.id());
    }

    private List<String> newCodes(StaffId staff) {
        List<String> codes = Stream.generate(this::newCode).limit(RECOVERY_CODES).toList();
        store.putRecovery(staff, codes.stream().map(it -> hash(staff, it)).toList());
        return codes;
    }

    private String newCode() {
        byte[] bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        String text = Base32.encode(bytes).toLowerCase(Locale.ROOT);
        return text.substring(0, HALF) + "-" + text.substring(HALF);
    }

    /**
     * Tries a code of their telephone, or a recovery code; either is used up when it is right.
     * Every wrong one is counted and noted; after {@value #MOST_FAILED} in a row the telephone is
     * locked until a recovery code is right or somebody clears the factor.
     */
    @Transactional
    public Trial tryOut(Viewer.Staff staff, String code) {
        Optional<FactorStore.Row> tried = store.tried(staff.id());
        if (tried.isEmpty()) {
            return new Trial.Wrong();
        }
        int before = tried.get().failed() - 1;
        String plain = digits(code);
        boolean recovery = plain.length() > Totp.DIGITS;
        if (recovery
                ? recovers(staff, plain)
                : before < MOST_FAILED && opens(staff, tried.get(), plain)) {
            return new Trial.Right(before);
        }
        audit.note(new Viewer.Visitor(), "second-factor.failed", staff.id().toString());
        if (before + 1 == MOST_FAILED) {
            audit.note(new Viewer.Visitor(), "second-factor.locked", staff.id().toString());
        }
        return !recovery && before >= MOST_FAILED ? new Trial.Locked() : new Trial.Wrong();
    }

    private boolean recovers(Viewer.Staff staff, String plain) {
        boolean good = store.useRecovery(staff.id(), hash(staff.id(), plain), times.now());
        if (good) {
            store.forgive(staff.id());
            audit.note(staff, "recovery-code.used", staff.id().toString());
        }
        return good;
    }

    private boolean opens(Viewer.Staff staff, FactorStore.Row factor, String plain) {
        return stepOf(staff.id(), factor, plain)
                .filter(step -> store.use(staff.id(), step))
                .isPresent();
    }

    private Optional<Long> stepOf(StaffId staff, FactorStore.Row factor, String code) {
        byte[] secret =
                seal.open(factor.secretSealed(), staff.toString())
                        .orElseThrow(
                                () -> new IllegalStateException("A second factor does not open"));
        return Totp.stepOf(secret, code, times.now(), factor.lastStep());
    }

    /** Takes a lost second factor away; every session and token of its owner ends. */
    @Transactional
    public void reset(Viewer actor, StaffId staff, String node) {
        forget(staff);
        tokens.removeAll(staff);
        audit.note(actor, "second-factor.reset", staff.toString(), node);
    }

    /** Forgets a second factor, as when the operator makes an account anew. */
    public void forget(StaffId staff) {
        store.remove(staff);
    }

    private String hash(StaffId staff, String code) {
        return secrets.hash(RECOVERY, staff + " " + digits(code));
    }

    /** What was typed, without blanks and hyphens, in small letters. */
    private static String digits(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
