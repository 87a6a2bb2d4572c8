package org.jiaxue.identity.family;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.Keeps.Kind;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Guardians with their children and consents, and staff. */
@Component
class IdentityData implements PersonalData {

    private static final String WORK = "who works here and what they may do";
    private static final String LOG =
            "logs of who did what are kept 180 days, by ids that lead to nobody once the account"
                    + " is gone";

    @Override
    public Keeps keeps() {
        Keeps people =
                Keeps.in("identity")
                        .table("guardian")
                        .guardian("guardian_id")
                        .sealed("phone_sealed", "name_sealed")
                        .told("division")
                        .table("phone")
                        .guardian("phone_hash", "guardian_id")
                        .table("child")
                        .guardian("guardian_id")
                        .told("birth_month", "stage")
                        .derived("child_id")
                        .table("consent")
                        .guardian("guardian_id")
                        .told("purpose")
                        .derived("consent_id");
        return ofAccounts(ofStaff(people));
    }

    private static Keeps ofStaff(Keeps keeps) {
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
                        "name",
                        "note",
                        "invited_by",
                        "accepted_by")
                .table("second_factor")
                .staff("makes and checks their codes", "staff_id", "secret_sealed")
                .table("recovery_code")
                .staff("for the day their telephone is lost", "staff_id", "code_hash");
    }

    private static Keeps ofAccounts(Keeps keeps) {
        return keeps.table("token")
                .guardian("guardian_id", "token_hash")
                .staff("whose session it is", "staff_id")
                .derived("kind", "scopes")
                .table("code")
                .guardian("phone_hash", "code_hash")
                .table("throttle")
                .guardian("bucket")
                .table("audit")
                .staff("where something was done about staff", "node")
                .staying(Kind.GUARDIAN, LOG, "actor", "subject")
                .staying(Kind.DERIVED, LOG, "audit_id", "deed");
    }
}
