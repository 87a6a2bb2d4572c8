package org.jiaxue.statistics.desk;

import java.util.Map;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.Labels;
import org.jiaxue.statistics.Question;
import org.jiaxue.statistics.Statistics;
import org.jiaxue.statistics.sheet.CsvFile;
import org.jiaxue.statistics.sheet.ExcelFile;
import org.jiaxue.statistics.sheet.Sheet;
import org.jiaxue.statistics.sheet.Sheets;
import org.jiaxue.web.Audience;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures that the page shows, by the same question, as files to take away. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class FiguresFile {

    /** ECMA-376. */
    private static final MediaType EXCEL =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** RFC 4180 and RFC 7111. */
    private static final MediaType CSV =
            MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    private final Statistics statistics;
    private final Questions questions;
    private final Regions regions;
    private final Settings settings;
    private final Times times;

    FiguresFile(
            Statistics statistics,
            Questions questions,
            Regions regions,
            Settings settings,
            Times times) {
        this.statistics = statistics;
        this.questions = questions;
        this.regions = regions;
        this.settings = settings;
        this.times = times;
    }

    @GetMapping("/console/statistics/figures.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, Texts texts, @RequestParam Map<String, String> sent) {
        Question question = questions.read(viewer, sent).question();
        return file(question, "csv", CSV, CsvFile.of(sheet(question, texts)));
    }

    @GetMapping("/console/statistics/figures.xlsx")
    ResponseEntity<byte[]> excel(
            Viewer viewer, Texts texts, @RequestParam Map<String, String> sent) {
        Question question = questions.read(viewer, sent).question();
        return file(question, "xlsx", EXCEL, ExcelFile.of(sheet(question, texts)));
    }

    private Sheet sheet(Question question, Texts texts) {
        Sheets.Source source = new Sheets.Source(settings.baseUrl(), times.now(), settings.demo());
        return Sheets.of(statistics.figures(question), new Labels(texts, regions), source);
    }

    private ResponseEntity<byte[]> file(
            Question question, String ending, MediaType type, byte[] bytes) {
        String name =
                "jiaxue-%s-%s-%s.%s"
                        .formatted(
                                question.measure().slug(),
                                question.division(),
                                times.today(),
                                ending);
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }
}
