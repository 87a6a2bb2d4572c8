package org.jiaxue.regions.list;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolListReport;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** An officer brings the county's list: it is looked at first, and taken once confirmed. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ListPage {

    private static final String PATH = "/console/schools/import";
    private static final int LONGEST_FILE_NAME = 200;

    private final Listing listing;
    private final TrialStore trials;
    private final Regions regions;
    private final Access access;

    ListPage(Listing listing, TrialStore trials, Regions regions, Access access) {
        this.listing = listing;
        this.trials = trials;
        this.regions = regions;
        this.access = access;
    }

    /**
     * The form.
     *
     * @param counties that the officer may bring lists for, under their cities
     * @param last the list that was taken last, if any was
     * @param taken whether the last list was taken just now
     * @param error what is wrong with the file as a whole
     */
    record Form(
            Map<String, Map<String, String>> counties,
            String county,
            String place,
            ListStore.@Nullable Last last,
            boolean taken,
            @Nullable String error) {

        Map<String, String> options() {
            Map<String, String> all = new LinkedHashMap<>();
            counties.values().forEach(all::putAll);
            return all;
        }
    }

    /**
     * What a list would change, or what is wrong with it.
     *
     * @param trial under which it waits; nothing while something is wrong
     */
    record Seen(SchoolListReport report, String file, String county, @Nullable UUID trial) {

        static final int MOST_SHOWN = 200;

        String confirmation() {
            return PATH + "/" + trial;
        }
    }

    @GetMapping(PATH)
    ModelAndView form(
            Frame frame,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "false") boolean taken) {
        return form(frame, chosen(frame, county), taken, null);
    }

    @PostMapping(PATH)
    ModelAndView look(
            Frame frame,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        String place = chosen(frame, county);
        if (file == null || file.isEmpty()) {
            return refused(frame, place, Problem.unprocessable("regions.list.no-file"));
        }
        Listing.Looked looked;
        try {
            looked = listing.look(file.getBytes(), nameOf(file), place, staff(frame));
        } catch (Refusal refusal) {
            return refused(frame, place, refusal.problem());
        }
        if (looked.trial() == null) {
            Seen seen = new Seen(looked.report(), nameOf(file), place(frame, place), null);
            return Html.with(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Html.page("regions/list/report", frame, "seen", seen));
        }
        return Html.seeOther(PATH + "/" + looked.trial());
    }

    @GetMapping(PATH + "/{trial}")
    ModelAndView show(Frame frame, @PathVariable("trial") String id) {
        TrialStore.Trial trial = trial(frame, id);
        SchoolListReport report = listing.look(trial);
        if (!report.state().equals(trial.state())) {
            throw new Refusal(Problem.conflict("regions.list.changed-since"));
        }
        Seen seen = new Seen(report, trial.name(), place(frame, trial.county()), trial.id());
        return Html.page("regions/list/report", frame, "seen", seen);
    }

    @PostMapping(PATH + "/{trial}")
    ModelAndView confirm(Frame frame, @PathVariable("trial") String id) {
        TrialStore.Trial trial = trial(frame, id);
        listing.confirm(trial, staff(frame));
        return Html.seeOther(PATH + "?taken=true&county=" + trial.county());
    }

    private TrialStore.Trial trial(Frame frame, String id) {
        requireSome(frame);
        TrialStore.Trial trial =
                Ids.parse(id)
                        .flatMap(it -> trials.find(staff(frame), it))
                        .orElseThrow(() -> new Refusal(Problem.notFound("regions.list.no-trial")));
        access.require(frame.viewer(), Deed.IMPORT_SCHOOLS, trial.county());
        return trial;
    }

    /** The county that is asked for, else the first that the officer may bring a list for. */
    private String chosen(Frame frame, String county) {
        List<String> granted = requireSome(frame);
        if (!county.isEmpty()) {
            access.require(frame.viewer(), Deed.IMPORT_SCHOOLS, county);
            return regions.find(county)
                    .filter(it -> it.level() == Division.Level.COUNTY)
                    .map(Division::code)
                    .orElseThrow(() ->
                            new Refusal(Problem.unprocessable("regions.import.no-county", county)));
        }
        return counties(frame, granted).values().stream()
                .flatMap(it -> it.keySet().stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.forbidden("web.problem.not-yours")));
    }

    private List<String> requireSome(Frame frame) {
        List<String> granted = access.where(frame.viewer(), Deed.IMPORT_SCHOOLS);
        if (granted.isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return granted;
    }

    private Map<String, Map<String, String>> counties(Frame frame, List<String> granted) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        for (String node : granted) {
            String county = node.substring(0, Math.min(node.length(), 6));
            List<String> cities =
                    node.length() == Division.Level.PROVINCE.digits()
                            ? regions.children(node).stream().map(Division::code).toList()
                            : List.of(node.substring(0, Division.Level.CITY.digits()));
            for (String city : cities) {
                Map<String, String> options = new LinkedHashMap<>();
                regions.children(city).stream()
                        .filter(it -> it.code().startsWith(county))
                        .forEach(it -> options.put(it.code(), frame.say(it.name())));
                groups.computeIfAbsent(frame.say(regions.nameOf(city)), _ -> new LinkedHashMap<>())
                        .putAll(options);
            }
        }
        return groups;
    }

    private ModelAndView refused(Frame frame, String county, Problem problem) {
        return Html.with(problem.status(), form(frame, county, false, frame.say(problem)));
    }

    private ModelAndView form(Frame frame, String county, boolean taken, @Nullable String error) {
        Form form =
                new Form(
                        counties(frame, requireSome(frame)),
                        county,
                        place(frame, county),
                        listing.last(county).orElse(null),
                        taken,
                        error);
        return Html.page("regions/list/upload", frame, "form", form);
    }

    private String place(Frame frame, String county) {
        return frame.say(regions.nameOf(county));
    }

    private static StaffId staff(Frame frame) {
        return ((Viewer.Staff) frame.viewer()).id();
    }

    private static String nameOf(MultipartFile file) {
        String name =
                Optional.ofNullable(file.getOriginalFilename())
                        .orElse("")
                        .replaceAll("\\p{Cntrl}", "");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return name.isBlank() ? "-" : name.substring(0, Math.min(name.length(), LONGEST_FILE_NAME));
    }
}
