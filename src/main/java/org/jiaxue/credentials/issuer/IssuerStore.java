package org.jiaxue.credentials.issuer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who signs. */
@Component
class IssuerStore {

    private final JdbcClient jdbc;

    IssuerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The issuer as it was fixed, its key still sealed. */
    record Fixed(String baseUrl, String did, Words name, String publicKey, String sealedKey) {}

    Optional<Fixed> find() {
        return jdbc.sql(
                        """
                        select base_url, did, name_zh, name_en, public_key, sealed_key
                          from credentials.issuer
                        """)
                .query((row, number) ->
                        new Fixed(
                                row.getString("base_url"),
                                row.getString("did"),
                                new Words(row.getString("name_zh"), row.getString("name_en")),
                                row.getString("public_key"),
                                row.getString("sealed_key")))
                .optional();
    }

    /** Fixes the issuer unless another process was first. */
    void fix(Fixed issuer, Instant at) {
        jdbc.sql(
                        """
                        insert into credentials.issuer
                               (base_url, did, name_zh, name_en, public_key, sealed_key, fixed_at)
                        values (:baseUrl, :did, :nameZh, :nameEn, :publicKey, :sealedKey, :at)
                        on conflict do nothing
                        """)
                .param("baseUrl", issuer.baseUrl())
                .param("did", issuer.did())
                .param("nameZh", issuer.name().zh())
                .param("nameEn", issuer.name().en())
                .param("publicKey", issuer.publicKey())
                .param("sealedKey", issuer.sealedKey())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
