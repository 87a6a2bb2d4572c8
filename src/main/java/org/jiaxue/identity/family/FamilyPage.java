package org.jiaxue.identity.family;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Purpose;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A guardian's children: added, changed, removed. */
@Controller
class FamilyPage {

    private static final String FAMILY = "/me/family";

    /** The children, and a form for one more. */
    record Family(List<Child> children, ChildFields child, Map<String, String> errors) {}

    /** One child's form. */
    record One(UUID id, ChildFields child, Map<String, String> errors) {}

    private final People people;
    private final Children kept;
    private final Times times;

    FamilyPage(People people, Children kept, Times times) {
        this.people = people;
        this.kept = kept;
        this.times = times;
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping("/me/family")
    ModelAndView show(Frame frame, GuardianId guardian) {
        return familyPage(frame, guardian, ChildForm.EMPTY, Map.of());
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/family")
    ModelAndView add(
            Frame frame,
            GuardianId guardian,
            ChildForm child,
            @RequestParam(defaultValue = "false") boolean children) {
        Optional<WrongField> wrong =
                ChildFields.add(kept, guardian, child, children, times.today());
        if (wrong.isPresent()) {
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    familyPage(frame, guardian, child, wrong.get().errors(frame)));
        }
        return Html.seeOther(FAMILY);
    }

    @OpenTo(Audience.GUARDIAN)
    @GetMapping("/me/family/{child}")
    ModelAndView one(Frame frame, GuardianId guardian, @PathVariable String child) {
        Child known = find(guardian, child);
        return onePage(frame, guardian, known.id(), ChildForm.of(known, times.today()), Map.of());
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/family/{child}")
    ModelAndView change(
            Frame frame, GuardianId guardian, @PathVariable String child, ChildForm filled) {
        Child known = find(guardian, child);
        return switch (filled.read(times.today())) {
            case WrongField wrong ->
                    Html.with(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            onePage(frame, guardian, known.id(), filled, wrong.errors(frame)));
            case ChildForm.Read.Child read -> {
                people.changeChild(guardian, known.id(), read.birthMonth(), read.stage());
                yield Html.seeOther(FAMILY);
            }
        };
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/family/{child}/removal")
    ModelAndView remove(GuardianId guardian, @PathVariable String child) {
        people.removeChild(guardian, find(guardian, child).id());
        return Html.seeOther(FAMILY);
    }

    private Child find(GuardianId guardian, String id) {
        return Ids.parse(id)
                .flatMap(wanted ->
                        people.household(guardian).children().stream()
                                .filter(it -> it.id().equals(wanted))
                                .findFirst())
                .orElseThrow(() -> new Refusal(Problem.notFound("identity.problem.no-child")));
    }

    private ModelAndView familyPage(
            Frame frame, GuardianId guardian, ChildForm filled, Map<String, String> errors) {
        return Html.page(
                "identity/family/family",
                frame,
                "family",
                new Family(
                        people.household(guardian).children(),
                        fields(frame, guardian, filled),
                        errors));
    }

    private ModelAndView onePage(
            Frame frame,
            GuardianId guardian,
            UUID id,
            ChildForm filled,
            Map<String, String> errors) {
        return Html.page(
                "identity/family/child",
                frame,
                "one",
                new One(id, fields(frame, guardian, filled), errors));
    }

    private ChildFields fields(Frame frame, GuardianId guardian, ChildForm filled) {
        return ChildFields.of(frame, people.consented(guardian, Purpose.CHILDREN), filled, times);
    }
}
