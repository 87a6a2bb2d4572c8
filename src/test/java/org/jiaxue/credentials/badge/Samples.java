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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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

    public static final Achievement COURSE =
            new Achievement(
                    CredentialKind.COURSE,
                    "http://localhost:9200/courses/018f3c1e-0000-7000-8000-000000000001",
                    "1",
                    new Words("一门课：和孩子好好说话", "A course: talking with your child"),
                    new Words("学完了这门课的每一节。", "Every lesson of this course was completed."),
                    new Words("每一节真正看过八成以上。", "At least 80% of each lesson really played."));

    /** The text of a signed achievement, issued anew with a name on it, or once more without. */
    public static String renewed(Achievement achievement, int index, @Nullable String name) {
        ObjectNode first =
                Badge.document(
                        ISSUER,
                        new CredentialId("fedcba9876543210fedcba9876543210"),
                        UUID.fromString("7b1d0c55-6f0a-4a52-9a8e-1d2c3b4a5968"),
                        achievement,
                        new StatusPosition(1, 1),
                        AT);
        return ISSUER.sign(
                Badge.renewed(
                        ISSUER,
                        first,
                        ID,
                        UUID.fromString("5f0e8f6e-0f5c-4d3b-8a3e-2b8f6d1c9a47"),
                        new StatusPosition(1, index),
                        name),
                AT);
    }

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
