package org.jiaxue.credentials.badge;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.CredentialKind;
import org.jiaxue.credentials.issuer.BaseUrl;
import org.jiaxue.credentials.issuer.Issuer;
import org.jiaxue.credentials.proof.SigningKey;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.web.Words;

/** An issuer and a credential that are the same every time. */
public final class Samples {

    public static final Instant AT = Instant.parse("2025-03-20T02:00:00Z");
    public static final CredentialId ID = new CredentialId("0123456789abcdef0123456789abcdef");

    public static final Issuer ISSUER =
            new Issuer(
                    new BaseUrl("http://localhost:9200"),
                    new Words("家学", "Jiaxue"),
                    new SigningKey(HexFormat.of().parseHex("17".repeat(32))));

    public static final Achievement STAR =
            new Achievement(
                    CredentialKind.LEVEL,
                    "urn:uuid:0d2b9c52-6a2e-3c1f-9d0e-5b7f2a6c4e11",
                    "1",
                    new Words("星级家长执照 · 7–9 岁 · 二星", "Star Licence · ages 7–9 · two stars"),
                    new Words("记录学过的课和参加过的活动。", "Records lessons learnt and activities joined."),
                    new Words("看完微课，参加活动。", "Complete lessons and take part in activities."));

    private Samples() {}

    /** The text of a signed star, at the position of the first list. */
    public static String signed(int index) {
        return ISSUER.sign(
                Badge.document(
                        ISSUER,
                        ID,
                        UUID.fromString("5f0e8f6e-0f5c-4d3b-8a3e-2b8f6d1c9a47"),
                        STAR,
                        new StatusPosition(1, index),
                        AT),
                AT);
    }
}
