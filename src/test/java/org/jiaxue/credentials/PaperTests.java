package org.jiaxue.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.jiaxue.RoomTest;
import org.jiaxue.credentials.badge.Achievements;
import org.jiaxue.credentials.badge.Award;
import org.jiaxue.credentials.paper.Busy;
import org.jiaxue.credentials.paper.Paper;
import org.jiaxue.credentials.paper.Sheets;
import org.jiaxue.identity.People;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@RoomTest
class PaperTests {

    private static final List<String> NAMES =
            Arrays.asList(
                    null,
                    "沈禾",
                    "欧阳女士",
                    "买买提·艾力江·阿卜杜热合曼",
                    "龑頔媗𬍛㛃",
                    "Zoë O’Neill-Šarić de la Fontaine-Montgomery");

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
    void every_kind_with_every_kind_of_name_is_an_archive_file_and_accessible() throws Exception {
        for (Award award : List.of(level(1), level(5), course("好好说话"), course(LONG))) {
            CredentialId id = credentials.issue(award).orElseThrow();
            for (String name : NAMES) {
                id = named(id, name);
                byte[] pdf = paper.pdf(statement(id));
                assertThat(Sheets.flaws(pdf, PDFAFlavour.PDFA_3_B)).as(award + name).isEmpty();
                assertThat(Sheets.flaws(pdf, PDFAFlavour.PDFUA_1)).as(award + name).isEmpty();
                keepPicture(award, name, pdf);
            }
        }
    }

    @Test
    void the_text_has_the_name_and_what_was_reached_in_both_languages() throws Exception {
        CredentialId id = named(credentials.issue(level(2)).orElseThrow(), "沈禾");
        String text = Sheets.text(paper.pdf(statement(id)));
        assertThat(text)
                .contains("沈禾", "7–9 岁 · 2 星", "ages 7–9 · 2 stars", "Star Licence")
                .contains("二〇二五年三月二十日", "20 March 2025", "第二扇窗");
        assertThat(text.replaceAll("\\s", "")).contains("星级家长执照", id.value());
    }

    @Test
    void it_celebrates_lessons_and_activities_and_never_hours_or_a_qualified_parent()
            throws Exception {
        for (Award award : List.of(level(1), course("好好说话"))) {
            CredentialId id = named(credentials.issue(award).orElseThrow(), "沈禾");
            assertThat(Sheets.text(paper.pdf(statement(id))))
                    .contains("不评价谁是好家长")
                    .doesNotContain("合格", "小时", "学时", "分钟")
                    .doesNotContainIgnoringCase("qualified")
                    .doesNotContainIgnoringCase("hour")
                    .doesNotContainIgnoringCase("minute");
        }
    }

    @Test
    void the_credential_taken_out_again_verifies() throws Exception {
        CredentialId id = named(credentials.issue(course("好好说话")).orElseThrow(), "沈禾");
        byte[] pdf = paper.pdf(statement(id));
        String taken = Sheets.credential(pdf);
        assertThat(taken).isEqualTo(credentials.document(id).orElseThrow());
        assertThat(credentials.check(taken)).isInstanceOf(Check.Valid.class);
        assertThat(Sheets.relationship(pdf)).isEqualTo("Source");
    }

    @Test
    void the_code_leads_to_the_check_page() throws Exception {
        CredentialId id = credentials.issue(level(1)).orElseThrow();
        BufferedImage page = Sheets.picture(paper.pdf(statement(id)));
        int width = page.getWidth();
        int height = page.getHeight();
        int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bits =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        assertThat(new QRCodeReader().decode(bits).getText())
                .isEqualTo(credentials.address() + "/credentials/" + id);
    }

    @Test
    void a_screen_reader_finds_title_words_and_figures_in_order() throws Exception {
        CredentialId id = named(credentials.issue(level(1)).orElseThrow(), "沈禾");
        try (PDDocument document = Loader.loadPDF(paper.pdf(statement(id)))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            List<PDStructureElement> elements = new ArrayList<>();
            gather(document.getDocumentCatalog().getStructureTreeRoot(), elements);
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .startsWith("Document", "H1", "P")
                    .contains("Figure");
            assertThat(elements)
                    .filteredOn(each -> each.getStructureType().equals("Figure"))
                    .extracting(PDStructureElement::getAlternateDescription)
                    .anyMatch(alt -> alt.contains("五开间"))
                    .anyMatch(alt -> alt.contains("/credentials/" + id));
        }
    }

    @Test
    void the_same_statement_gives_the_same_bytes() {
        Statement statement = statement(credentials.issue(level(1)).orElseThrow());
        assertThat(paper.pdf(statement)).isEqualTo(paper.pdf(statement));
    }

    @Test
    void when_all_presses_are_busy_one_is_asked_to_come_back() {
        Statement statement = statement(credentials.issue(level(1)).orElseThrow());
        Busy.during(
                paper,
                () ->
                        assertThatThrownBy(() -> paper.pdf(statement))
                                .isInstanceOfSatisfying(
                                        Refusal.class,
                                        refusal -> {
                                            Problem problem = refusal.problem();
                                            assertThat(problem.status().value()).isEqualTo(503);
                                            assertThat(problem.more())
                                                    .containsKey(Problem.RETRY_AFTER);
                                        }));
        assertThat(paper.pdf(statement)).isNotEmpty();
    }

    private static final String LONG = "陪孩子把小学六年的作业、考试、朋友和脾气都过成日子：从一年级到六年级的九次家庭谈话";

    private static void gather(PDStructureNode node, List<PDStructureElement> elements) {
        if (node instanceof PDStructureElement element) {
            elements.add(element);
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureNode inner) {
                gather(inner, elements);
            }
        }
    }

    /** Of each layout, for somebody to look at. */
    private static void keepPicture(Award award, @Nullable String name, byte[] pdf)
            throws Exception {
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        String kind = award.cause().replaceAll("[^a-z0-9]+", "-").substring(0, 20);
        String file =
                "certificate-" + kind + "-" + award.at().getEpochSecond() + NAMES.indexOf(name);
        File picture = folder.resolve(file + ".png").toFile();
        assertThat(ImageIO.write(Sheets.picture(pdf), "png", picture)).isTrue();
    }

    private CredentialId named(CredentialId id, @Nullable String name) {
        return switch (credentials.renew(guardian, id, name)) {
            case Renewing.Renewed(CredentialId fresh) -> fresh;
            case Renewing.Same _ -> id;
            case Renewing other -> throw new AssertionError(other);
        };
    }

    private Statement statement(CredentialId id) {
        return credentials.statement(id).orElseThrow();
    }

    private Award course(String title) {
        return achievements.of(
                new CourseCompleted(
                        guardian,
                        Ids.next(),
                        Ids.next(),
                        new Words(title, "Talking well with your child, day by day"),
                        "330102001",
                        Instant.parse("2025-11-12T00:00:00Z").plusSeconds(title.length())));
    }

    private Award level(int level) {
        return achievements.of(
                new LevelReached(
                        guardian,
                        "shangcheng-star",
                        1,
                        "7-9",
                        level,
                        new Words("星级家长执照", "Star Licence"),
                        new Words("7–9 岁", "ages 7–9"),
                        new Words(level + " 星", level + " stars"),
                        "330102001",
                        Instant.parse("2025-03-20T02:00:00Z").plusSeconds(level),
                        UUID.randomUUID(),
                        null));
    }
}
