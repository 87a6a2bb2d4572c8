package org.jiaxue.identity.account;

import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jiaxue.identity.family.Guardians;
import org.jiaxue.identity.family.NumberWaits;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.Keeps.Kind;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Guardians with their children and consents, and staff. */
@Component
class IdentityData implements PersonalData {

    private static final String WORK = "who works here and what they may do";
    private static final String LOG =
            "logs of who did what are kept 180 days, by ids that lead to nobody once the account"
                    + " is gone";

    private static final String NUMBER = "the row's own number";

    /** How the words' keys of a deed and of a scope begin. */
    static final String DEED = "identity.told.deed.";

    static final String SCOPE = "identity.told.scope.";

    private final JdbcClient jdbc;
    private final Guardians guardians;
    private final NumberWaits waits;

    IdentityData(JdbcClient jdbc, Guardians guardians, NumberWaits waits) {
        this.jdbc = jdbc;
        this.guardians = guardians;
        this.waits = waits;
    }

    @Override
    public Keeps keeps() {
        return staff(Keeps.in("identity"))
                .table("guardian")
                .guardian("guardian_id")
                .sealed("phone_sealed", "name_sealed")
                .told("division")
                .table("phone")
                .guardian("phone_hash", "guardian_id")
                .table("number_wait")
                .guardian("guardian_id")
                .sealed("phone_sealed")
                .table("child")
                .guardian("guardian_id")
                .told("birth_month", "stage")
                .derived("child_id")
                .untold(NUMBER, "child_id")
                .table("consent")
                .guardian("guardian_id")
                .told("purpose")
                .derived("consent_id")
                .untold(NUMBER, "consent_id")
                .table("token")
                .guardian("guardian_id", "token_hash")
                .staff("whose session it is", "staff_id")
                .nobody("which program of another platform it belongs to", "client_id")
                .derived("kind", "scopes")
                .table("code")
                .guardian("phone_hash", "code_hash")
                .table("throttle")
                .guardian("bucket")
                .table("erasure")
                .staying(Kind.GUARDIAN, LOG, "guardian_id")
                .table("audit")
                .staff("where something was done about staff", "node")
                .staying(Kind.GUARDIAN, LOG, "actor", "subject")
                .staying(Kind.DERIVED, LOG, "audit_id", "deed")
                .untold(NUMBER, "audit_id");
    }

    private static Keeps staff(Keeps keeps) {
        return keeps.table("staff")
                .staff(WORK, "staff_id", "login", "name", "password_hash")
                .table("staff_grant")
                .staff(WORK, "staff_id", "role", "node")
                .table("invitation")
                .staff(
                        "who was invited to work here, by whom and to what",
                        "invitation_id",
                        "token_hash",
                        "role",
                        "node",
                        "invited_by",
                        "accepted_by")
                .staff(
                        "whom an invitation names, until 30 days after it was accepted, withdrawn"
                                + " or ended",
                        "name",
                        "note")
                .table("second_factor")
                .staff("makes and checks their codes", "staff_id", "secret_sealed")
                .table("recovery_code")
                .staff("for the day their telephone is lost", "staff_id", "code_hash")
                .table("client")
                .nobody(
                        "programs of other platforms, and how much they told",
                        "client_id",
                        "name",
                        "division")
                .staff("who trusts the program", "made_by")
                .table("client_use")
                .nobody("programs of other platforms, and how much they told", "client_id", "day");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        tellGuardian(guardian, teller);
        tellWaits(guardian, teller);
        tellChildren(guardian, teller);
        tellConsents(guardian, teller);
        tellTokens(guardian, teller);
        tellDeeds(guardian, teller);
    }

    private void tellGuardian(GuardianId guardian, Teller teller) {
        Teller.Rows one = teller.list("guardian", "name", "phone", "place", "recorded", "joinedAt");
        jdbc.sql(
                        """
                        select division, may_record, joined_at from identity.guardian
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        one.add(
                                guardians.nameOf(guardian).orElse(null),
                                guardians.phoneOf(guardian).digits(),
                                teller.place(row.getString("division")),
                                row.getBoolean("may_record"),
                                row.getTimestamp("joined_at").toInstant()));
    }

    private void tellWaits(GuardianId guardian, Teller teller) {
        Teller.Rows one = teller.list("waits", "phone", "dueAt", "endsAt");
        waits.of(guardian).ifPresent(it -> one.add(it.phone().digits(), it.dueAt(), it.endsAt()));
    }

    private void tellChildren(GuardianId guardian, Teller teller) {
        Teller.Rows children = teller.list("children", "born", "stage", "addedAt");
        jdbc.sql(
                        """
                        select to_char(birth_month, 'YYYY-MM') as born, lower(stage) as stage,
                               added_at
                        from identity.child
                        where guardian_id = :guardian
                        order by added_at, child_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        children.add(
                                row.getString("born"),
                                teller.coded("identity.stage.", row.getString("stage")),
                                row.getTimestamp("added_at").toInstant()));
    }

    private void tellConsents(GuardianId guardian, Teller teller) {
        Teller.Rows consents = teller.list("consents", "at", "purpose", "version", "given");
        jdbc.sql(
                        """
                        select at, lower(purpose) as purpose, version, given from identity.consent
                        where guardian_id = :guardian
                        order by at, consent_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        consents.add(
                                row.getTimestamp("at").toInstant(),
                                teller.coded("identity.purpose.", row.getString("purpose")),
                                row.getInt("version"),
                                row.getBoolean("given")));
    }

    private void tellTokens(GuardianId guardian, Teller teller) {
        Teller.Rows sessions = teller.list("sessions", "beganAt", "kind", "scopes", "endsAt");
        jdbc.sql(
                        """
                        select issued_at, lower(kind) as kind, scopes, expires_at
                        from identity.token
                        where guardian_id = :guardian
                        order by issued_at, token_hash
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        sessions.add(
                                row.getTimestamp("issued_at").toInstant(),
                                teller.coded("identity.told.token.", row.getString("kind")),
                                scopes(teller, row.getString("scopes")),
                                row.getTimestamp("expires_at").toInstant()));
    }

    /** What a session may be used for; stored as names with a blank between them. */
    private static Teller.Coded scopes(Teller teller, String stored) {
        String words =
                Arrays.stream(stored.split(" "))
                        .filter(it -> !it.isEmpty())
                        .map(it -> teller.texts().say(SCOPE + it.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(teller.texts().say("identity.told.and")));
        return new Teller.Coded(stored, words);
    }

    private void tellDeeds(GuardianId guardian, Teller teller) {
        Teller.Rows deeds = teller.list("deeds", "at", "deed");
        jdbc.sql(
                        """
                        select at, deed from identity.audit
                        where actor = :actor or subject = :subject
                        order by at, audit_id
                        """)
                .param("actor", "guardian:" + guardian)
                .param("subject", guardian.toString())
                .query((ResultSet row) ->
                        deeds.add(
                                row.getTimestamp("at").toInstant(),
                                teller.coded(DEED, row.getString("deed"))));
    }

    /** What this room keeps goes first of all, when the erasure is asked for. */
    @Override
    public void erase(GuardianId guardian) {
        jdbc.sql("delete from identity.token where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
    }
}
