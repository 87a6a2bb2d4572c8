package org.jiaxue.points.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jsoup.nodes.Element;

/** Officers who draft and approve, and what they send. */
final class DeskHouse {

    private static int hired;

    private final People people;
    private final int port;

    DeskHouse(People people, int port) {
        this.people = people;
        this.port = port;
    }

    /** Somebody at work, with the id they were hired under. */
    record Worker(Caller page, Viewer.Staff viewer) {}

    Worker hire(Grant grant) {
        hired++;
        StaffId id =
                people.hire("rules.desk" + hired, "职员" + hired, "a-long-password", List.of(grant));
        EnumSet<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.READ, Viewer.Scope.STAFF);
        String token = people.issueToken(id, scopes, Duration.ofHours(1)).token();
        return new Worker(
                Caller.with(port, "en", token), new Viewer.Staff(id, "职员" + hired, scopes));
    }

    /** Sends a file for a place and gives the answer. */
    static Caller.Answer bring(Worker worker, String place, String text) {
        return worker.page()
                .upload(
                        "/console/rules/text",
                        Map.of("place", place, "text", ""),
                        "rules.yaml",
                        text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of a county, with more lines. */
    static String file(String division, LocalDate from, String more) {
        return """
        # why we do so
        division: "%s"
        from: %s
        name: { zh: 本县规则, en: Our rules }
        %s
        """
                .formatted(division, from, more);
    }

    /** Begins a draft by a file and gives its address. */
    static String drafted(Worker officer, String division, LocalDate from, String more) {
        Caller.Answer brought = bring(officer, division, file(division, from, more));
        assertThat(brought.status()).as(brought.words()).isEqualTo(303);
        return brought.location();
    }

    /** The fields of the approval's form with everything ticked. */
    static Map<String, String> ticked(Caller.Answer page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : page.page().select("form[action$=/approval] input[name]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        return fields;
    }

    static Map<String, String> edition(int edition) {
        return Map.of("edition", Integer.toString(edition));
    }
}
