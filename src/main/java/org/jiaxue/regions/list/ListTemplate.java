package org.jiaxue.regions.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiaxue.regions.SchoolStage;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An empty list to fill in, with its headings in Chinese or English. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ListTemplate {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Without it a spreadsheet takes the file for one in the machine's own encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Access access;
    private final TextsFinder texts;

    ListTemplate(Access access, TextsFinder texts) {
        this.access = access;
        this.texts = texts;
    }

    @GetMapping("/console/schools/import/template.csv")
    ResponseEntity<byte[]> csv(Frame frame, @RequestParam(defaultValue = "zh") String language) {
        require(frame);
        byte[] bytes = csv(in(language)).getBytes(StandardCharsets.UTF_8);
        return file(bytes, "text/csv;charset=UTF-8", "schools.csv");
    }

    @GetMapping("/console/schools/import/template.xlsx")
    ResponseEntity<byte[]> xlsx(Frame frame, @RequestParam(defaultValue = "zh") String language) {
        require(frame);
        return file(xlsx(in(language)), XLSX, "schools.xlsx");
    }

    private void require(Frame frame) {
        if (access.where(frame.viewer(), Deed.IMPORT_SCHOOLS).isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
    }

    private Texts in(String language) {
        return texts.of(language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    static String csv(Texts texts) {
        return Arrays.stream(Column.values())
                .map(it -> texts.say(it.heading()))
                .collect(Collectors.joining(",", BYTE_ORDER_MARK, "\r\n"));
    }

    /** The list on the first sheet, what may stand in its columns on the second. */
    static byte[] xlsx(Texts texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jiaxue", "1.0")) {
            Worksheet list = workbook.newWorksheet(texts.say("regions.list.sheet"));
            Worksheet notes = workbook.newWorksheet(texts.say("regions.list.notes"));
            int row = 0;
            for (Column column : Column.values()) {
                list.value(0, row, texts.say(column.heading()));
                list.style(0, row).bold().set();
                list.width(row, 18);
                notes.value(row, 0, texts.say(column.heading()));
                notes.value(row, 1, note(texts, column));
                row++;
            }
            list.freezePane(0, 1);
            notes.width(0, 18);
            notes.width(1, 90);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String note(Texts texts, Column column) {
        String key = "regions.list.note." + column.slug();
        return switch (column) {
            case TYPE ->
                    texts.say(
                            key,
                            Arrays.stream(SchoolType.values())
                                    .map(it -> texts.say(it.words()))
                                    .collect(Collectors.joining(" | ")));
            case STAGES ->
                    texts.say(
                            key,
                            Arrays.stream(SchoolStage.values())
                                    .map(it -> texts.english() ? it.slug() : texts.say(it.key()))
                                    .collect(Collectors.joining(" | ")));
            case CODE, NAME, ENGLISH, GROUP, LONGITUDE, LATITUDE, OPENED, CLOSED -> texts.say(key);
        };
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String type, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
