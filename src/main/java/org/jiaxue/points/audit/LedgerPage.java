package org.jiaxue.points.audit;

import java.util.List;
import java.util.UUID;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the checks of the ledger found, by numbers of entries and events; it names nobody. */
@Controller
class LedgerPage {

    private static final int NIGHTS = 30;

    private final Audits audits;
    private final Access access;

    LedgerPage(Audits audits, Access access) {
        this.audits = audits;
        this.access = access;
    }

    /**
     * What the page shows.
     *
     * @param last how the last check came out, in words; empty before the first
     * @param good whether it found nothing
     * @param findings what the last check found, as far as it is kept
     * @param more how many more it found
     */
    record View(String last, boolean good, List<Row> findings, long more, List<Night> nights) {}

    /** A fault in words, with the entry and the event; a dash where there is none. */
    record Row(String what, String entry, String event) {}

    /** A check in a row of numbers. */
    record Night(String day, String accounts, String entries, String findings) {}

    @GetMapping("/console/ledger")
    @OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
    ModelAndView show(Frame frame) {
        if (access.where(frame.viewer(), Deed.CHECK_LEDGER).isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        List<RunStore.Ended> ended = audits.ended(NIGHTS);
        List<Finding> findings =
                ended.isEmpty() ? List.of() : audits.findings(ended.getFirst().id());
        long found = ended.isEmpty() ? 0 : ended.getFirst().checked().findings();
        View view =
                new View(
                        ended.isEmpty() ? "" : last(frame, ended.getFirst()),
                        found == 0,
                        findings.stream().map(finding -> row(frame, finding)).toList(),
                        Math.max(0, found - Audits.MOST_KEPT),
                        ended.stream().map(one -> night(frame, one)).toList());
        return Html.page("points/audit/ledger", frame, "view", view);
    }

    private static String last(Frame frame, RunStore.Ended ended) {
        return frame.say(
                ended.checked().findings() == 0 ? "points.audit.good" : "points.audit.bad",
                frame.texts().minute(ended.checked().at()),
                frame.texts().number(ended.checked().findings()));
    }

    private static Row row(Frame frame, Finding finding) {
        return new Row(
                frame.say(
                        "points.audit.fault." + finding.fault().slug(),
                        number(frame, finding.says()),
                        number(frame, finding.sum())),
                number(finding.entry()),
                number(finding.event()));
    }

    private static Night night(Frame frame, RunStore.Ended ended) {
        return new Night(
                frame.texts().day(ended.night()),
                frame.texts().number(ended.checked().accounts()),
                frame.texts().number(ended.checked().entries()),
                frame.texts().number(ended.checked().findings()));
    }

    private static String number(@Nullable UUID id) {
        return id == null ? "—" : id.toString();
    }

    private static String number(Frame frame, @Nullable Long points) {
        return points == null ? "—" : frame.texts().number(points);
    }
}
