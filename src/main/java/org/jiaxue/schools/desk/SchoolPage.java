package org.jiaxue.schools.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.ParentSchool;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.schools.opening.ParentSchools;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
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

/** A school's desk: its parent school and its classes. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class SchoolPage {

    private final Rights rights;
    private final ParentSchools parentSchools;
    private final Classes classes;
    private final Regions regions;
    private final Times times;

    SchoolPage(
            Rights rights,
            ParentSchools parentSchools,
            Classes classes,
            Regions regions,
            Times times) {
        this.rights = rights;
        this.parentSchools = parentSchools;
        this.classes = classes;
        this.regions = regions;
        this.times = times;
    }

    /**
     * A class as a row.
     *
     * @param href where it is looked into; empty for those who may not
     */
    record Row(ClassId id, String name, String about, boolean open, @Nullable String href) {}

    /** The page's forms, of which at most one was sent and came back. */
    record Forms(Form opening, Form closing, Form correcting, Form making) {

        static final Forms EMPTY = new Forms(Form.EMPTY, Form.EMPTY, Form.EMPTY, Form.EMPTY);

        static Forms opening(Form sent) {
            return new Forms(sent, Form.EMPTY, Form.EMPTY, Form.EMPTY);
        }

        static Forms closing(Form sent) {
            return new Forms(Form.EMPTY, sent, Form.EMPTY, Form.EMPTY);
        }

        static Forms correcting(Form sent) {
            return new Forms(Form.EMPTY, Form.EMPTY, sent, Form.EMPTY);
        }

        static Forms making(Form sent) {
            return new Forms(Form.EMPTY, Form.EMPTY, Form.EMPTY, sent);
        }
    }

    /** What the page shows; the forms are there for those who run the school. */
    record View(
            Organisation school,
            String county,
            @Nullable ParentSchool state,
            String stateText,
            boolean runs,
            String today,
            Forms forms,
            List<Row> classes) {

        boolean open() {
            return state != null && state.open();
        }

        String path() {
            return "/console/schools/" + school.id();
        }
    }

    /** How a parent school stands, in words. */
    static String state(Frame frame, @Nullable ParentSchool state) {
        if (state == null) {
            return frame.say("schools.state.never");
        }
        PlatformKind platform = state.platform();
        String day = frame.texts().day(state.since());
        return platform == null
                ? frame.say("schools.state.closed", day)
                : frame.say(
                        "schools.state.open",
                        frame.say("schools.platform." + platform.slug()),
                        day);
    }

    @GetMapping("/console/schools/{organisation}")
    ModelAndView show(Frame frame, @PathVariable String organisation) {
        return page(frame, rights.school(frame, organisation), Forms.EMPTY);
    }

    @PostMapping("/console/schools/{organisation}/opening")
    ModelAndView open(
            Frame frame,
            @PathVariable String organisation,
            @RequestParam Map<String, String> sent) {
        Organisation school = rights.runSchool(frame, organisation);
        Form form = Form.of(sent);
        Optional<PlatformKind> platform = PlatformKind.ofSlug(form.value("platform"));
        Optional<LocalDate> day = day(frame, form);
        if (platform.isEmpty()) {
            form.wrong("platform", frame.say("schools.form.choose"));
        }
        if (form.good()) {
            said(
                    frame,
                    form,
                    parentSchools.open(
                            school, platform.orElseThrow(), day.orElseThrow(), Rights.staff(frame)),
                    "platform");
        }
        return form.good()
                ? Html.seeOther("/console/schools/" + school.id())
                : refused(page(frame, school, Forms.opening(form)));
    }

    @PostMapping("/console/schools/{organisation}/closing")
    ModelAndView close(
            Frame frame,
            @PathVariable String organisation,
            @RequestParam Map<String, String> sent) {
        return onDay(frame, organisation, sent, parentSchools::close, Forms::closing);
    }

    /** Puts another day in the place of a wrong one. */
    @PostMapping("/console/schools/{organisation}/correction")
    ModelAndView correct(
            Frame frame,
            @PathVariable String organisation,
            @RequestParam Map<String, String> sent) {
        return onDay(frame, organisation, sent, parentSchools::correct, Forms::correcting);
    }

    /** What is said of a parent school by naming a day. */
    private interface Saying {
        ParentSchools.Said say(Organisation school, LocalDate day, Viewer.Staff by);
    }

    private ModelAndView onDay(
            Frame frame,
            String organisation,
            Map<String, String> sent,
            Saying saying,
            Function<Form, Forms> again) {
        Organisation school = rights.runSchool(frame, organisation);
        Form form = Form.of(sent);
        Optional<LocalDate> day = day(frame, form);
        if (form.good()) {
            Viewer.Staff staff = Rights.staff(frame);
            said(frame, form, saying.say(school, day.orElseThrow(), staff), "day");
        }
        return form.good()
                ? Html.seeOther("/console/schools/" + school.id())
                : refused(page(frame, school, again.apply(form)));
    }

    @PostMapping("/console/schools/{organisation}/classes")
    ModelAndView make(
            Frame frame,
            @PathVariable String organisation,
            @RequestParam Map<String, String> sent) {
        Organisation school = rights.runSchool(frame, organisation);
        if (parentSchools.find(school.id()).filter(ParentSchool::open).isEmpty()) {
            throw new Refusal(Problem.conflict("schools.problem.not-open"));
        }
        Form form = Form.of(sent);
        Optional<SchoolClass> made = ClassForm.read(frame, form, school.id(), times.today());
        if (made.isPresent() && !classes.make(made.get(), Rights.staff(frame))) {
            form.wrong("name", frame.say("schools.form.too-many-classes", Classes.MOST_OPEN));
        }
        return made.isPresent() && form.good()
                ? Html.seeOther("/console/classes/" + made.get().id() + "/code")
                : refused(page(frame, school, Forms.making(form)));
    }

    private Optional<LocalDate> day(Frame frame, Form form) {
        try {
            return Optional.of(LocalDate.parse(form.value("day")));
        } catch (DateTimeException wrong) {
            form.wrong("day", frame.say("schools.form.day"));
            return Optional.empty();
        }
    }

    private static void said(Frame frame, Form form, ParentSchools.Said said, String field) {
        switch (said) {
            case DONE -> {}
            case DAY_OUTSIDE ->
                    form.wrong(
                            "day",
                            frame.say(
                                    "schools.form.day-outside",
                                    frame.texts().day(ParentSchools.EARLIEST)));
            case DAY_BEFORE_LAST -> form.wrong("day", frame.say("schools.form.day-before-last"));
            case NOTHING_NEW -> form.wrong(field, frame.say("schools.form.nothing-new"));
            case SCHOOL_ENDED -> form.wrong(field, frame.say("schools.form.school-ended"));
        }
    }

    private static ModelAndView refused(ModelAndView page) {
        return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page);
    }

    private ModelAndView page(Frame frame, Organisation school, Forms forms) {
        @Nullable ParentSchool state = parentSchools.find(school.id()).orElse(null);
        boolean runs = rights.runs(frame, school.id());
        Set<ClassId> mine = classes.taughtBy(Rights.staff(frame).id(), school.id());
        boolean teaches = rights.teaches(frame, school.id());
        List<Row> rows =
                classes.of(school.id()).stream()
                        .map(it -> row(frame, it, teaches && (runs || mine.contains(it.id()))))
                        .toList();
        View view =
                new View(
                        school,
                        frame.say(regions.nameOf(school.county())),
                        state,
                        state(frame, state),
                        runs,
                        times.today().toString(),
                        forms,
                        rows);
        return Html.page("schools/desk/school", frame, "view", view);
    }

    private static Row row(Frame frame, SchoolClass one, boolean reads) {
        return new Row(
                one.id(),
                one.name(),
                ClassPage.about(frame, one),
                one.open(),
                reads ? "/console/classes/" + one.id() : null);
    }
}
