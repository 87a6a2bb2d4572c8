package org.jiaxue.identity.family;

import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Purpose;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Next;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two short pages after signing up: what is kept and where one lives, then for whom one learns. */
@Controller
class WelcomePage {

    private static final String HOME = "/me";

    /** The first page: the consent to keep records, and the county; its province can be changed. */
    record Start(
            Map<String, String> provinces,
            String province,
            Map<String, Map<String, String>> counties,
            String next,
            Map<String, String> errors) {}

    /** The second page: the township, where the county is known, and a child. */
    record Family(
            Map<String, String> townships,
            String township,
            ChildFields child,
            String next,
            Map<String, String> errors) {}

    private final People people;
    private final Children kept;
    private final Regions regions;
    private final Times times;

    WelcomePage(People people, Children kept, Regions regions, Times times) {
        this.people = people;
        this.kept = kept;
        this.regions = regions;
        this.times = times;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping("/welcome")
    ModelAndView start(
            Frame frame,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String next) {
        return startPage(frame, province, next, Map.of());
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/welcome")
    ModelAndView agree(
            Frame frame,
            GuardianId guardian,
            @RequestParam(defaultValue = "false") boolean records,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String next) {
        Optional<Division> place =
                regions.find(county).filter(it -> it.level() == Division.Level.COUNTY);
        if (!county.isEmpty() && place.isEmpty()) {
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    startPage(
                            frame,
                            province,
                            next,
                            Map.of("county", frame.say("identity.problem.no-division"))));
        }
        if (records) {
            people.giveConsent(guardian, Purpose.RECORDS);
        }
        place.ifPresent(it -> people.move(guardian, it.code()));
        return Html.seeOther("/welcome/family?next=" + Next.encoded(Next.local(next, HOME)));
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping("/welcome/family")
    ModelAndView family(
            Frame frame, GuardianId guardian, @RequestParam(defaultValue = "") String next) {
        return familyPage(frame, guardian, "", ChildForm.EMPTY, next, Map.of());
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/welcome/family")
    ModelAndView addFamily(
            Frame frame,
            GuardianId guardian,
            ChildForm child,
            @RequestParam(defaultValue = "") String township,
            @RequestParam(defaultValue = "false") boolean children,
            @RequestParam(defaultValue = "") String next) {
        Optional<WrongField> wrong = wrongPlace(guardian, township);
        if (wrong.isEmpty() && !child.empty()) {
            wrong = ChildFields.add(kept, guardian, child, children, times.today());
        }
        if (wrong.isPresent()) {
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    familyPage(frame, guardian, township, child, next, wrong.get().errors(frame)));
        }
        if (!township.isEmpty()) {
            people.move(guardian, township);
        }
        return Html.seeOther(Next.local(next, HOME));
    }

    /** A township must lie in the county that was chosen on the page before. */
    private Optional<WrongField> wrongPlace(GuardianId guardian, String township) {
        boolean fits =
                township.isEmpty()
                        || regions.find(township)
                                .filter(it -> it.level() == Division.Level.TOWNSHIP)
                                .filter(it -> it.code().startsWith(county(guardian)))
                                .isPresent();
        return fits
                ? Optional.empty()
                : Optional.of(
                        new WrongField(
                                "township", Problem.unprocessable("identity.problem.no-division")));
    }

    private ModelAndView startPage(
            Frame frame, String asked, String next, Map<String, String> errors) {
        String province = Choices.province(regions, asked, "").code();
        return Html.page(
                "identity/family/welcome",
                frame,
                "start",
                new Start(
                        Choices.provinces(regions, frame),
                        province,
                        Choices.counties(regions, frame, province),
                        Next.local(next, ""),
                        errors));
    }

    private ModelAndView familyPage(
            Frame frame,
            GuardianId guardian,
            String township,
            ChildForm child,
            String next,
            Map<String, String> errors) {
        String county = county(guardian);
        boolean known =
                county.length() == Division.Level.COUNTY.digits()
                        && !regions.children(county).isEmpty();
        return Html.page(
                "identity/family/welcomefamily",
                frame,
                "family",
                new Family(
                        known ? Choices.townships(regions, frame, county) : Map.of(),
                        township,
                        ChildFields.of(
                                frame, people.consented(guardian, Purpose.CHILDREN), child, times),
                        Next.local(next, HOME),
                        errors));
    }

    private String county(GuardianId guardian) {
        String division = people.divisionOf(guardian);
        return division.substring(0, Math.min(division.length(), Division.Level.COUNTY.digits()));
    }
}
