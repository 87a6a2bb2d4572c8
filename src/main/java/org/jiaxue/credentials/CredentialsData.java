package org.jiaxue.credentials;

import org.jiaxue.web.Keeps;
import org.jiaxue.web.Keeps.Kind;
import org.jiaxue.web.PersonalData;
import org.springframework.stereotype.Component;

/** Certificates as issued, whose they are, and where their status stands. */
@Component
class CredentialsData implements PersonalData {

    private static final String ISSUER = "the issuer's own, fixed at the first start";
    private static final String PUBLIC = "a signed list of bits that names nobody";
    private static final String STATUS =
            "the certificate's random number with its place in a public list, so that the file in"
                    + " its holder's hands still checks; nothing here leads to the holder";

    @Override
    public Keeps keeps() {
        return Keeps.in("credentials")
                .table("issuer")
                .nobody(ISSUER, "base_url", "did", "name_zh", "name_en")
                .nobody(ISSUER, "public_key", "sealed_key")
                .table("credential")
                .guardian("guardian_id")
                .derived("cause", "id", "kind", "name_zh", "name_en", "division", "document")
                .table("holder")
                .guardian("credential_id", "guardian_id")
                .table("status_list")
                .nobody(PUBLIC, "document")
                .table("status_position")
                .staying(Kind.DERIVED, STATUS, "credential_id")
                .table("revocation")
                .staying(Kind.DERIVED, STATUS, "credential_id", "reason")
                .staff("who withdrew it", "officer_id")
                .derived("note");
    }
}
