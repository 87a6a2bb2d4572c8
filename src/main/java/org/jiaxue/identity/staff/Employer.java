package org.jiaxue.identity.staff;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Colleague;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hires staff and knows them by their password. */
@Component
public class Employer {

    static final int SHORTEST_PASSWORD = 8;
    static final int LONGEST_PASSWORD = 200;

    private static final int LONGEST_NAME = 50;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]");

    private final StaffStore store;
    private final Grants grants;
    private final Regions regions;
    private final Audit audit;
    private final Times times;
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodys = encode("nobody has this password");

    Employer(StaffStore store, Grants grants, Regions regions, Audit audit, Times times) {
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
        audit.note(new Viewer.Visitor(), "staff.hired", id.toString());
        return id;
    }

    /** Who this is; takes as long for a login that nobody has. */
    public Optional<Viewer.Staff> know(String login, String password) {
        Optional<StaffStore.Row> staff =
                Optional.of(login.strip().toLowerCase(Locale.ROOT))
                        .filter(it -> LOGIN.matcher(it).matches())
                        .flatMap(store::byLogin);
        String hash = staff.map(StaffStore.Row::passwordHash).orElse(nobodys);
        boolean right = password.length() <= LONGEST_PASSWORD && encoder.matches(password, hash);
        return staff.filter(_ -> right)
                .map(it -> new Viewer.Staff(it.id(), it.name(), EnumSet.allOf(Viewer.Scope.class)));
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
