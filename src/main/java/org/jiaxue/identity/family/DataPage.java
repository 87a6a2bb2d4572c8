package org.jiaxue.identity.family;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Consent;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Purpose;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is kept about a guardian, and their consents: each given or withdrawn in one step. */
@Controller
class DataPage {

    private static final String DATA = "/me/data";

    /**
     * What is kept; consents by purpose, and what was said before, newest first.
     *
     * @param awaited the number that waits to take this one's place, its middle hidden
     */
    record Kept(
            String phone,
            @Nullable String awaited,
            @Nullable String name,
            String place,
            List<Child> children,
            List<Purpose> given,
            List<Consent> history) {}

    /**
     * Where a guardian lives: the province, the county, then the township where those are known.
     *
     * @param onward whether townships are chosen next; else the county is kept as it is
     */
    record Place(
            Map<String, String> provinces,
            String province,
            Map<String, Map<String, String>> counties,
            String county,
            boolean onward,
            Map<String, String> townships,
            String township,
            Map<String, String> errors) {}

    private final People people;
    private final NumberWaits waits;
    private final Regions regions;

    DataPage(People people, NumberWaits waits, Regions regions) {
        this.people = people;
        this.waits = waits;
        this.regions = regions;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping("/me/data")
    ModelAndView show(Frame frame, GuardianId guardian) {
        Household household = people.household(guardian);
        String place =
                regions.path(household.division()).stream()
                        .map(it -> frame.say(it.name()))
                        .collect(Collectors.joining(frame.texts().english() ? " · " : ""));
        return Html.page(
                "identity/family/data",
                frame,
                "kept",
                new Kept(
                        people.maskedPhone(guardian),
                        waits.of(guardian).map(it -> it.phone().toString()).orElse(null),
                        people.nameOf(guardian).orElse(null),
                        place,
                        household.children(),
                        Arrays.stream(Purpose.values())
                                .filter(it -> people.consented(guardian, it))
                                .toList(),
                        people.consentHistory(guardian)));
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/consents/{purpose}")
    ModelAndView give(GuardianId guardian, @PathVariable String purpose) {
        people.giveConsent(guardian, purposeOf(purpose));
        return Html.seeOther(DATA);
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/consents/{purpose}/withdrawal")
    ModelAndView withdraw(GuardianId guardian, @PathVariable String purpose) {
        people.withdrawConsent(guardian, purposeOf(purpose));
        return Html.seeOther(DATA);
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping("/me/data/place")
    ModelAndView place(
            Frame frame,
            GuardianId guardian,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String county) {
        String division = people.divisionOf(guardian);
        String chosen = county(county).map(Division::code).orElse("");
        if (chosen.isEmpty() && (province.isEmpty() || division.startsWith(province))) {
            chosen = path(division, Division.Level.COUNTY);
        }
        return placePage(
                frame, province, chosen, path(division, Division.Level.TOWNSHIP), Map.of());
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/data/place")
    ModelAndView move(
            Frame frame,
            GuardianId guardian,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") String township) {
        Optional<Division> chosen =
                township.isEmpty()
                        ? county(county)
                        : regions.find(township)
                                .filter(it -> it.level() == Division.Level.TOWNSHIP)
                                .filter(it -> it.code().startsWith(county));
        if (chosen.isEmpty()) {
            String known = county(county).map(Division::code).orElse("");
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    placePage(
                            frame,
                            "",
                            known,
                            "",
                            Map.of(
                                    known.isEmpty() ? "county" : "township",
                                    frame.say("identity.problem.no-division"))));
        }
        people.move(guardian, chosen.get().code());
        return Html.seeOther(DATA);
    }

    private ModelAndView placePage(
            Frame frame, String asked, String county, String township, Map<String, String> errors) {
        String province = Choices.province(regions, asked, county).code();
        String shown = county.startsWith(province) ? county : "";
        return Html.page(
                "identity/family/place",
                frame,
                "place",
                new Place(
                        Choices.provinces(regions, frame),
                        province,
                        Choices.counties(regions, frame, province),
                        shown,
                        regions.knowsTownships(province),
                        shown.isEmpty() ? Map.of() : Choices.townships(regions, frame, shown),
                        township,
                        errors));
    }

    private Optional<Division> county(String code) {
        return regions.find(code).filter(it -> it.level() == Division.Level.COUNTY);
    }

    private String path(String division, Division.Level level) {
        return division.length() >= level.digits() ? division.substring(0, level.digits()) : "";
    }

    private static Purpose purposeOf(String slug) {
        return Arrays.stream(Purpose.values())
                .filter(it -> it.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.notFound("identity.problem.no-purpose")));
    }
}
