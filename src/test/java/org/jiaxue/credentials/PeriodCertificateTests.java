package org.jiaxue.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jiaxue.RoomTest;
import org.jiaxue.credentials.badge.Achievements;
import org.jiaxue.credentials.badge.Award;
import org.jiaxue.credentials.paper.Paper;
import org.jiaxue.credentials.paper.Sheets;
import org.jiaxue.identity.People;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Certificates of what was learned in a term or a school year, and that a star's stay the same. */
@RoomTest
class PeriodCertificateTests {

    private static final Words TERM = new Words("2026 年秋季学期", "Autumn term 2026");
    private static final Words YEAR = new Words("2026–2027 学年", "School year 2026–2027");

    @Autowired private Credentials credentials;
    @Autowired private Achievements achievements;
    @Autowired private Paper paper;
    @Autowired private People people;

    private GuardianId guardian;

    @BeforeEach
    void arrive() {
        guardian = Handed.arrived(people);
    }

    @Test
    void a_level_of_a_layer_is_named_with_its_period() throws Exception {
        CredentialId id = credentials.issue(wucheng("class", "班级", "Class", 2)).orElseThrow();
        Statement statement = credentials.statement(id).orElseThrow();

        assertThat(statement.claims().kind()).isEqualTo(CredentialKind.PERIOD);
        assertThat(statement.claims().name())
                .isEqualTo(
                        new Words(
                                "四层三级家长学习证 · 班级 · 良好 · 2026–2027 学年",
                                "Four-layer learning certificate for parents · Class · Good"
                                        + " · School year 2026–2027"));
        assertThat(statement.level()).isEqualTo(2);
        assertThat(statement.levels()).isEqualTo(3);
        assertThat(credentials.check(id)).isInstanceOf(Check.Valid.class);
        assertThat(onPaper(id, "wucheng"))
                .contains("班级 · 良好 · 2026–2027 学年", "Class · Good · School year 2026–2027")
                .contains("在“班级”这一层，到了“良好”。")
                .doesNotContain("星");
    }

    @Test
    void a_scheme_of_one_level_is_named_with_its_term_alone() throws Exception {
        CredentialId beilun = credentials.issue(beilun(TERM, "2026-autumn")).orElseThrow();
        CredentialId term =
                credentials
                        .issue(
                                once(
                                        "zhejiang-term",
                                        new Words("家长学期学习证书", "Certificate of a term’s learning"),
                                        "2026-autumn",
                                        TERM))
                        .orElseThrow();

        assertThat(credentials.statement(beilun).orElseThrow().claims().name())
                .isEqualTo(
                        new Words(
                                "家长学习证 · 2026 年秋季学期",
                                "Learning certificate for parents · Autumn term 2026"));
        assertThat(onPaper(beilun, "beilun"))
                .contains("2026 年秋季学期", "Autumn term 2026")
                .doesNotContain("星", "第五扇窗");
        assertThat(onPaper(term, "zhejiang-term")).contains("Certificate of a term’s learning");
    }

    @Test
    void the_same_level_in_the_next_term_is_another_certificate() {
        assertThat(credentials.issue(beilun(TERM, "2026-autumn"))).isPresent();
        assertThat(credentials.issue(beilun(TERM, "2026-autumn"))).isEmpty();
        Words spring = new Words("2027 年春季学期", "Spring term 2027");
        assertThat(credentials.issue(beilun(spring, "2027-spring"))).isPresent();
        assertThat(credentials.of(guardian, 10, null).items()).hasSize(2);
    }

    @Test
    void what_a_star_is_called_and_known_by_stays_as_it_was() {
        Award star =
                achievements.of(
                        reached(
                                "shangcheng",
                                "7-9",
                                2,
                                new Words("星级家长执照", "Star licence for parents"),
                                new Words("7–9 岁", "Ages 7–9"),
                                new Words("二星", "2 stars"),
                                null));

        assertThat(star.cause()).isEqualTo("level:shangcheng:7-9:2");
        String did = did();
        assertThat(star.achievement().id())
                .isEqualTo(
                        "urn:uuid:"
                                + UUID.nameUUIDFromBytes(
                                        (did + ":level:shangcheng:7-9:2:1").getBytes(UTF_8)));
        assertThat(star.achievement().name().zh()).isEqualTo("星级家长执照 · 7–9 岁 · 二星");
        assertThat(star.achievement().kind()).isEqualTo(CredentialKind.LEVEL);
    }

    private String did() {
        String document = credentials.didDocument();
        int from = document.indexOf("did:web:");
        return document.substring(from, document.indexOf('"', from));
    }

    private String onPaper(CredentialId id, String file) throws Exception {
        byte[] pdf = paper.pdf(credentials.statement(id).orElseThrow());
        assertThat(Sheets.flaws(pdf, PDFAFlavour.PDFA_3_B)).isEmpty();
        assertThat(Sheets.flaws(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        File picture = folder.resolve("certificate-period-" + file + ".png").toFile();
        assertThat(ImageIO.write(Sheets.picture(pdf), "png", picture)).isTrue();
        return Sheets.text(pdf);
    }

    private Award wucheng(String layer, String zh, String en, int level) {
        List<Words> names =
                List.of(
                        new Words("达标", "Pass"),
                        new Words("良好", "Good"),
                        new Words("优秀", "Excellent"));
        return achievements.of(
                reached(
                        "wucheng",
                        layer,
                        level,
                        new Words("四层三级家长学习证", "Four-layer learning certificate for parents"),
                        new Words(zh, en),
                        names.get(level - 1),
                        new LevelReached.Within("2026-2027", YEAR, 4, 3)));
    }

    private Award beilun(Words term, String code) {
        return once("beilun", new Words("家长学习证", "Learning certificate for parents"), code, term);
    }

    private Award once(String scheme, Words title, String code, Words term) {
        return achievements.of(
                reached(
                        scheme,
                        "term",
                        1,
                        title,
                        new Words("一学期", "A term"),
                        new Words("证书", "Certificate"),
                        new LevelReached.Within(code, term, 1, 1)));
    }

    private LevelReached reached(
            String scheme,
            String layer,
            int level,
            Words schemeName,
            Words layerName,
            Words levelName,
            LevelReached.@Nullable Within within) {
        return new LevelReached(
                guardian,
                scheme,
                1,
                layer,
                level,
                schemeName,
                layerName,
                levelName,
                "330702001",
                Instant.parse("2026-11-20T02:00:00Z").plusSeconds(level),
                UUID.randomUUID(),
                within);
    }
}
