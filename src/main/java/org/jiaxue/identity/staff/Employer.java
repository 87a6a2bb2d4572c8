package org.jiaxue.identity.staff;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Colleague;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.factor.SecondFactors;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hires staff and knows them by their password. */
@Component
public class Employer {

    static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_PASSWORD = 200;

    /** What people choose themselves is longer and of at least so many different characters. */
    private static final int SHORTEST_CHOSEN = 12;

    private static final int LEAST_DIFFERENT = 5;

    private static final int LONGEST_NAME = 50;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]");

    private final StaffStore store;
    private final Grants grants;
    private final SecondFactors factors;
    private final Tokens tokens;
    private final Regions regions;
    private final Audit audit;
    private final Times times;
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** Worked out beside the house's start. */
    private final CompletableFuture<String> nobodys =
            CompletableFuture.supplyAsync(() -> encode("nobody has this password"));

    Employer(
            StaffStore store,
            Grants grants,
            SecondFactors factors,
            Tokens tokens,
            Regions regions,
            Audit audit,
            Times times) {
        this.factors = factors;
        this.tokens = tokens;
        this.store = store;
        this.grants = grants;
        this.regions = regions;
        this.audit = audit;
        this.times = times;
    }

    public StaffId hire(String login, String name, String password, List<Grant> granted) {
        require(LOGIN.matcher(login).matches(), "a login of 3 to 40 of a-z 0-9 . _ -");
        require(!name.isBlank() && name.length() <= LONGEST_NAME, "a name of 1 to 50 characters");
        require(
                password.length() >= SHORTEST_PASSWORD && password.length() <= LONGEST_PASSWORD,
                "a password of 8 to 200 characters");
        granted.forEach(grant -> require(known(grant.node()), "a node that exists: " + grant));
        StaffId id =
                store.put(
                        new StaffStore.Row(
                                new StaffId(Ids.next()), login, name.strip(), encode(password)),
                        times.now());
        store.grant(id, granted);
        grants.forget(id);
        factors.forget(id);
        tokens.removeAll(id);
        audit.note(new Viewer.Visitor(), "staff.hired", id.toString());
        return id;
    }

    /** The login of somebody who works here, as they typed it once. */
    public Optional<String> loginOf(StaffId id) {
        return store.byId(id).map(StaffStore.Row::login);
    }

    /** The name of somebody, also of one who has left. */
    public Optional<String> nameOf(StaffId id) {
        return store.nameOf(id);
    }

    /** Somebody who works here; empty for one who has left. */
    public Optional<Viewer.Staff> find(StaffId id) {
        return store.byId(id).map(Employer::viewer);
    }

    /** Makes an account that may do nothing yet; empty where the login is taken. */
    public Optional<StaffId> enter(String login, String name, String password) {
        return store.add(
                new StaffStore.Row(new StaffId(Ids.next()), login, name, encode(password)),
                times.now());
    }

    /** Whether this can be a login. */
    public static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    /** What is wrong with a password that somebody chooses, as a message key; empty if nothing. */
    public static Optional<String> wrong(String password, String login) {
        if (password.length() < SHORTEST_CHOSEN) {
            return Optional.of("identity.problem.password-short");
        }
        if (password.length() > LONGEST_PASSWORD) {
            return Optional.of("identity.problem.password-long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.contains(login) || lower.chars().distinct().count() < LEAST_DIFFERENT
                ? Optional.of("identity.problem.password-easy")
                : Optional.empty();
    }

    /** Whether this is their password. */
    public boolean isPassword(StaffId id, String password) {
        return password.length() <= LONGEST_PASSWORD
                && store.byId(id)
                        .filter(it -> encoder.matches(password, it.passwordHash()))
                        .isPresent();
    }

    /** Changes a password; every session and token of theirs ends. */
    @Transactional
    public void changePassword(Viewer.Staff staff, String password) {
        store.setPassword(staff.id(), encode(password));
        tokens.removeAll(staff.id());
        audit.note(staff, "password.changed", staff.id().toString());
    }

    /** Who this is; takes as long for a login that nobody has. */
    public Optional<Viewer.Staff> know(String login, String password) {
        Optional<StaffStore.Row> staff =
                Optional.of(login.strip().toLowerCase(Locale.ROOT))
                        .filter(it -> LOGIN.matcher(it).matches())
                        .flatMap(store::byLogin);
        String hash = staff.map(StaffStore.Row::passwordHash).orElseGet(nobodys::join);
        boolean right = password.length() <= LONGEST_PASSWORD && encoder.matches(password, hash);
        return staff.filter(_ -> right).map(Employer::viewer);
    }

    private static Viewer.Staff viewer(StaffStore.Row staff) {
        return new Viewer.Staff(staff.id(), staff.name(), EnumSet.allOf(Viewer.Scope.class));
    }

    public List<Grant> grants(StaffId id) {
        return store.grants(id);
    }

    public boolean hasSecondFactor(StaffId id) {
        return factors.has(id);
    }

    public int openInvitations(String node) {
        return store.openInvitations(node, times.now());
    }

    public List<Colleague> colleagues(String node) {
        return store.colleagues(node, People.MOST_COLLEAGUES);
    }

    private boolean known(String node) {
        return Ids.parse(node).isPresent()
                ? Ids.parse(node).flatMap(regions::organisation).isPresent()
                : regions.find(node).isPresent();
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("Staff need " + what);
        }
    }
}
