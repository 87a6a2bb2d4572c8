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
        return Keeps.in("identity")
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
                .derived("consent_id")
                .table("staff")
                .staff(WORK, "staff_id", "login", "name", "password_hash")
                .table("staff_grant")
                .staff(WORK, "staff_id", "role", "node")
                .table("token")
                .guardian("guardian_id", "token_hash")
                .staff("whose session it is", "staff_id")
                .derived("kind", "scopes")
                .table("code")
                .guardian("phone_hash", "code_hash")
                .table("throttle")
                .guardian("bucket")
                .table("audit")
                .staying(Kind.GUARDIAN, LOG, "actor", "subject")
                .staying(Kind.DERIVED, LOG, "audit_id", "deed");
    }
}
