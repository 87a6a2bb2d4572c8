package org.jiaxue.schools.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.ParentSchool;
import org.jiaxue.schools.opening.ParentSchools;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The schools that a member of staff may run or teach at. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class SchoolsPage {

    /** So many schools are listed; a search finds the others. */
    static final int MOST_SHOWN = 100;

    private static final int LONGEST_QUESTION = 40;
    private static final List<Deed> DEEDS = List.of(Deed.RUN_SCHOOL, Deed.TEACH_CLASS);

    private final Access access;
    private final Regions regions;
    private final ParentSchools parentSchools;

    SchoolsPage(Access access, Regions regions, ParentSchools parentSchools) {
        this.access = access;
        this.regions = regions;
        this.parentSchools = parentSchools;
    }

    /** A school as a row. */
    record Row(String href, String name, String county, boolean open, String state) {}

    /**
     * What the page shows.
     *
     * @param counties names by code; empty where schools were granted by name alone
     * @param more how many schools there was no room for
     */
    record View(Map<String, String> counties, String county, String q, List<Row> rows, int more) {}

    @GetMapping("/console/schools")
    ModelAndView show(
            Frame frame,
            @RequestParam(defaultValue = "") String county,
            @RequestParam(defaultValue = "") String q) {
        List<UUID> named =
                DEEDS.stream()
                        .flatMap(deed -> access.organisations(frame.viewer(), deed).stream())
                        .distinct()
                        .toList();
        List<Division> counties = counties(frame);
        if (named.isEmpty() && counties.isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        @Nullable String chosen = chosen(counties, county);
        String asked = q.strip().substring(0, Math.min(LONGEST_QUESTION, q.strip().length()));
        Regions.Found found = found(named, chosen, asked);
        View view =
                new View(
                        names(frame, counties),
                        chosen == null ? "" : chosen,
                        asked,
                        rows(frame, found.schools()),
                        found.more());
        return Html.page("schools/desk/schools", frame, "view", view);
    }

    /** Those that were granted by name, outside the county that is shown, and those of it. */
    private Regions.Found found(List<UUID> named, @Nullable String county, String asked) {
        List<Organisation> own =
                named.stream()
                        .flatMap(it -> regions.organisation(it).stream())
                        .filter(it -> !it.county().equals(county) && it.bears(asked))
                        .toList();
        Regions.Found here =
                county == null
                        ? new Regions.Found(List.of(), 0)
                        : regions.schools(county, asked, MOST_SHOWN);
        List<Organisation> shown =
                Stream.concat(own.stream(), here.schools().stream()).limit(MOST_SHOWN).toList();
        return new Regions.Found(shown, own.size() + here.all());
    }

    /** The counties at or below the divisions that were granted, in order of code. */
    private List<Division> counties(Frame frame) {
        TreeSet<String> codes = new TreeSet<>();
        DEEDS.stream()
                .flatMap(deed -> access.where(frame.viewer(), deed).stream())
                .flatMap(node -> regions.find(node).stream())
                .forEach(it -> codes.addAll(countiesOf(it)));
        return codes.stream().flatMap(code -> regions.find(code).stream()).toList();
    }

    private List<String> countiesOf(Division division) {
        return switch (division.level()) {
            case PROVINCE ->
                    regions.children(division.code()).stream()
                            .flatMap(city -> regions.children(city.code()).stream())
                            .map(Division::code)
                            .toList();
            case CITY -> regions.children(division.code()).stream().map(Division::code).toList();
            case COUNTY -> List.of(division.code());
            case TOWNSHIP, COMMUNITY -> List.of();
        };
    }

    private static @Nullable String chosen(List<Division> counties, String asked) {
        return counties.stream()
                .map(Division::code)
                .filter(asked::equals)
                .findFirst()
                .orElseGet(() -> counties.isEmpty() ? null : counties.getFirst().code());
    }

    private Map<String, String> names(Frame frame, List<Division> counties) {
        Map<String, String> names = new LinkedHashMap<>();
        boolean cities = counties.stream().map(it -> city(it.code())).distinct().count() > 1;
        for (Division one : counties) {
            String name = frame.say(one.name());
            names.put(
                    one.code(),
                    cities ? frame.say(regions.nameOf(city(one.code()))) + " " + name : name);
        }
        return names;
    }

    private static String city(String county) {
        return county.substring(0, Level.CITY.digits());
    }

    private List<Row> rows(Frame frame, List<Organisation> schools) {
        Map<UUID, ParentSchool> states =
                parentSchools.find(schools.stream().map(Organisation::id).toList());
        List<Row> rows = new ArrayList<>();
        for (Organisation school : schools) {
            ParentSchool state = states.get(school.id());
            rows.add(
                    new Row(
                            "/console/schools/" + school.id(),
                            school.fullName(),
                            frame.say(regions.nameOf(school.county())),
                            state != null && state.open(),
                            SchoolPage.state(frame, state)));
        }
        return rows;
    }
}
