package org.jiaxue.schools.mine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Invitation;
import org.jiaxue.schools.members.Invited;
import org.jiaxue.schools.members.Members;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a guardian joins a class by its code. A visitor signs in first and comes back here; a code
 * is looked up for nobody but a guardian, so that nobody learns of a class by guessing.
 */
@Controller
class JoinPage {

    private static final String PATH = "/classes/join";
    private static final int MONTHS = 12;

    private final Members members;
    private final People people;
    private final Regions regions;
    private final Times times;

    JoinPage(Members members, People people, Regions regions, Times times) {
        this.members = members;
        this.people = people;
        this.regions = regions;
        this.times = times;
    }

    /** The field for a code. */
    record Ask(String code, @Nullable String error) {}

    /**
     * What is to be confirmed.
     *
     * @param children the stages to choose from, in words, by their slugs
     */
    record Confirm(
            String code,
            SchoolClass schoolClass,
            String school,
            Map<String, String> children,
            boolean there) {}

    @GetMapping(PATH)
    @OpenTo(Audience.GUARDIAN)
    ModelAndView ask(Frame frame) {
        return Html.page("schools/mine/ask", frame, "ask", new Ask("", null));
    }

    @PostMapping(PATH)
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView typed(
            Frame frame, GuardianId guardian, @RequestParam(defaultValue = "") String code) {
        Invited invited = members.look(guardian, code);
        if (invited instanceof Invited.Into) {
            return Html.seeOther(PATH + "/" + Invitation.read(code).orElseThrow());
        }
        return refused(frame, code, invited);
    }

    @GetMapping(PATH + "/{code}")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView confirm(Frame frame, GuardianId guardian, @PathVariable String code) {
        Invited invited = members.look(guardian, code);
        return invited instanceof Invited.Into(SchoolClass one)
                ? Html.page(
                        "schools/mine/confirm",
                        frame,
                        "confirm",
                        confirm(frame, guardian, code, one))
                : refused(frame, code, invited);
    }

    @PostMapping(PATH + "/{code}")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView join(
            Frame frame,
            GuardianId guardian,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String stage) {
        Invited invited = members.look(guardian, code);
        if (!(invited instanceof Invited.Into(SchoolClass one))) {
            return refused(frame, code, invited);
        }
        Stage chosen =
                Stage.ofSlug(stage)
                        .orElseThrow(() ->
                                new Refusal(Problem.unprocessable("schools.problem.which-child")));
        return switch (members.join(guardian, one.id(), chosen)) {
            case JOINED -> Html.seeOther("/me/classes");
            case CLOSED -> refused(frame, code, new Invited.Unknown());
            case CLASS_FULL ->
                    throw new Refusal(
                            Problem.conflict("schools.problem.class-full", Members.MOST_GUARDIANS));
            case TOO_MANY_CLASSES ->
                    throw new Refusal(
                            Problem.conflict(
                                    "schools.problem.too-many-classes", Members.MOST_CLASSES));
        };
    }

    private static ModelAndView refused(Frame frame, String code, Invited why) {
        Problem problem =
                switch (why) {
                    case Invited.Malformed() ->
                            Problem.unprocessable("schools.problem.code-shape", Invitation.LENGTH);
                    case Invited.Unknown() -> Problem.unprocessable("schools.problem.code-unknown");
                    case Invited.TooOften(var pause) ->
                            Problem.of(
                                            HttpStatus.TOO_MANY_REQUESTS,
                                            "schools.problem.code-too-often",
                                            pause.toMinutes() + 1)
                                    .retryAfter(pause);
                    case Invited.Into _ ->
                            throw new IllegalArgumentException("This was not refused: " + why);
                };
        String shown = code.substring(0, Math.min(4 * Invitation.LENGTH, code.length()));
        return Html.with(
                problem.status(),
                Html.page("schools/mine/ask", frame, "ask", new Ask(shown, frame.say(problem))));
    }

    private Confirm confirm(Frame frame, GuardianId guardian, String code, SchoolClass one) {
        boolean there =
                members.of(guardian).stream()
                        .anyMatch(it -> it.schoolClass().id().equals(one.id()));
        return new Confirm(
                Invitation.read(code).orElseThrow(),
                one,
                regions.organisation(one.organisation()).map(Organisation::fullName).orElse(""),
                children(frame, guardian, one),
                there);
    }

    /** The stages of the guardian's children, with their ages, and that of the class. */
    private Map<String, String> children(Frame frame, GuardianId guardian, SchoolClass one) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Child child : people.household(guardian).children()) {
            int years = child.monthsOn(times.today()) / MONTHS;
            String stage = frame.say(child.stage().key());
            choices.merge(
                    child.stage().slug(),
                    years < 1 ? stage : frame.say("schools.join.child", stage, years),
                    (_, _) -> stage);
        }
        choices.putIfAbsent(one.stage().slug(), frame.say(one.stage().key()));
        return choices;
    }
}
