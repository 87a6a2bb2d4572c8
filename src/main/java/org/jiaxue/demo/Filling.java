package org.jiaxue.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.identity.Issued;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.Phases;
import org.jiaxue.web.Settings;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a new demonstration before it serves anybody, so that no visitor meets the term's clock. A
 * demonstration that has its accounts is left as it is.
 */
@Component
@DemoOnly
class Filling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    /** The three cases come first among the sample guardians. */
    static final int CASES = 3;

    private static final int MOST_FURTHER = 60;
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(365);

    private final Settings settings;
    private final int guardians;
    private final Cast cast;
    private final Staffing staffing;
    private final Schooling schooling;
    private final Asker asker;
    private final Checks checks;
    private final Offering offering;
    private final Term term;
    private final TermTimes times;
    private final People people;
    private final Followers followers;
    private final JsonMapper json;
    private volatile boolean running;

    Filling(
            Settings settings,
            @Value("${jiaxue.demo-guardians:5000}") int guardians,
            Cast cast,
            Staffing staffing,
            Schooling schooling,
            Asker asker,
            Checks checks,
            Offering offering,
            Term term,
            TermTimes times,
            People people,
            Followers followers,
            JsonMapper json) {
        this.settings = settings;
        this.guardians = guardians;
        this.cast = cast;
        this.staffing = staffing;
        this.schooling = schooling;
        this.asker = asker;
        this.checks = checks;
        this.offering = offering;
        this.term = term;
        this.times = times;
        this.people = people;
        this.followers = followers;
        this.json = json;
    }

    @Override
    public void start() {
        running = true;
        Path file = settings.data().resolve("accounts.json");
        if (!Files.exists(file)) {
            write(file, fill());
        }
    }

    private Account.Accounts fill() {
        long began = System.nanoTime();
        Timetable timetable = Timetable.before(times.today(), times.zone());
        times.tell(timetable.begins().minus(Duration.ofDays(1)));
        List<Cast.Member> members = cast.signUp(guardians);
        List<UUID> schools = schooling.schools();
        List<Staffing.Hired> staff = new ArrayList<>(staffing.hire(schools));
        StaffId admin = idOf(staff, Role.SCHOOL_ADMIN);
        StaffId teacher = idOf(staff, Role.TEACHER);
        ClassId joined = schooling.begin(schools.getFirst(), members, admin, teacher);
        Term.Cases cases = term.cases(members);
        term.live(timetable, members, cases, staff.getFirst().id());
        schooling.inviteAnew(joined, admin);
        schooling.open(timetable, idOf(staff, Role.COUNTY_OFFICER));
        Map<String, Cast.Member> others = new LinkedHashMap<>();
        others.put("asker", asker.live());
        others.put("checked", checks.waiting());
        others.put("appealing", checks.appealing(idOf(staff, Role.CITY_OFFICER)));
        offering.open(idOf(staff, Role.COUNTY_OFFICER), idOf(staff, Role.CITY_OFFICER));
        staff.add(asker.officer());
        followers.await();
        LOG.info(
                "sample term lived guardians={} slots={} seconds={}",
                members.size(),
                timetable.slots().size(),
                (System.nanoTime() - began) / 1_000_000_000);
        return accounts(members, staff, cases, others);
    }

    private static StaffId idOf(List<Staffing.Hired> staff, Role role) {
        return staff.stream().filter(one -> one.role() == role).findFirst().orElseThrow().id();
    }

    private Account.Accounts accounts(
            List<Cast.Member> members,
            List<Staffing.Hired> staff,
            Term.Cases cases,
            Map<String, Cast.Member> others) {
        List<Account> accounts = new ArrayList<>();
        accounts.add(guardian(members.get(0), "fresh", null));
        accounts.add(guardian(cases.near(), "near", cases.left().id().toString()));
        accounts.add(guardian(cases.holder(), "holder", null));
        others.forEach((kase, one) -> accounts.add(guardian(one, kase, null)));
        members.stream()
                .skip(CASES)
                .limit(MOST_FURTHER)
                .forEach(one -> accounts.add(guardian(one, "sample", null)));
        staff.forEach(one -> accounts.add(member(one)));
        return new Account.Accounts(true, accounts);
    }

    private Account guardian(Cast.Member one, String kase, @Nullable String lesson) {
        Issued token =
                people.issueToken(
                        one.id(), Set.of(Viewer.Scope.LEARN, Viewer.Scope.READ), TOKEN_LIFETIME);
        return new Account(
                "guardian",
                kase,
                one.name(),
                one.phone(),
                null,
                token.scope(),
                token.token(),
                lesson,
                one.division());
    }

    private Account member(Staffing.Hired one) {
        Issued token =
                people.issueToken(
                        one.id(), Set.of(Viewer.Scope.STAFF, Viewer.Scope.READ), TOKEN_LIFETIME);
        return new Account(
                one.slug(),
                null,
                one.name(),
                one.login(),
                one.password(),
                token.scope(),
                token.token(),
                null,
                one.node());
    }

    private void write(Path file, Account.Accounts accounts) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.write(fresh, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(accounts));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new IllegalStateException("accounts.json cannot be written", unwritable);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.FILLING;
    }
}
