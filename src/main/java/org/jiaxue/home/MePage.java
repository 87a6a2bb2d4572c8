package org.jiaxue.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.home.suggestion.SuggestionRows;
import org.jiaxue.identity.People;
import org.jiaxue.licences.HouseOfStars;
import org.jiaxue.licences.Licences;
import org.jiaxue.points.ChangeRows;
import org.jiaxue.points.EntryRows;
import org.jiaxue.points.Points;
import org.jiaxue.points.SumRows;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A guardian's own page: the house, how the next window lights, where the points came from. */
@Controller
class MePage {

    /** How many entries of the ledger the page shows, of those that lie in no file. */
    static final int ENTRIES = 4;

    /** For how many days a change of rules is told here. */
    static final int NEWS_DAYS = 45;

    private final Licences licences;
    private final Points points;
    private final SumRows sums;
    private final SuggestionRows suggestions;
    private final Times times;
    private final Credentials credentials;
    private final People people;
    private final Regions regions;

    MePage(
            Licences licences,
            Points points,
            SumRows sums,
            SuggestionRows suggestions,
            Times times,
            Credentials credentials,
            People people,
            Regions regions) {
        this.licences = licences;
        this.points = points;
        this.sums = sums;
        this.suggestions = suggestions;
        this.times = times;
        this.credentials = credentials;
        this.people = people;
        this.regions = regions;
    }

    /**
     * What the page shows.
     *
     * @param house empty where the guardian's division has no scheme
     * @param place the division whose scheme it is
     * @param next what brings the next level nearer
     * @param change of rules, to come or lately
     * @param entries the latest; empty where all of them are long ago
     * @param credentials how many there are, in words; at most {@link Credentials#MAX_LISTED}
     * @param fresh whether there never was an entry
     */
    record View(
            @Nullable HouseOfStars house,
            String scheme,
            String place,
            SuggestionRows.Section next,
            SumRows.Card sums,
            List<EntryRows.Row> entries,
            ChangeRows.@Nullable Row change,
            String credentials,
            boolean fresh) {}

    @GetMapping("/me")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView show(Frame frame, GuardianId guardian) {
        Optional<Licences.Standings> standings = licences.standings(guardian);
        Points.Page latest = points.latest(guardian, ENTRIES);
        String division = people.divisionOf(guardian);
        View view =
                new View(
                        standings.map(it -> HouseOfStars.of(frame, it)).orElse(null),
                        standings.map(it -> frame.say(it.schemeName())).orElse(""),
                        frame.say(regions.nameOf(county(division))),
                        suggestions.of(frame.texts(), guardian),
                        sums.of(frame.texts(), guardian),
                        EntryRows.of(frame, latest.entries()),
                        change(frame, guardian),
                        credentials(frame, guardian),
                        latest.entries().isEmpty() && latest.next() == null);
        return Html.page("home/me", frame, "view", view);
    }

    private ChangeRows.@Nullable Row change(Frame frame, GuardianId guardian) {
        LocalDate today = times.today();
        return ChangeRows.news(
                        frame.texts(), points.changes(guardian, today.minusDays(NEWS_DAYS)), today)
                .orElse(null);
    }

    private static String county(String division) {
        return division.substring(0, Math.min(6, division.length()));
    }

    private String credentials(Frame frame, GuardianId guardian) {
        Credentials.Stretch found = credentials.of(guardian, Credentials.MAX_LISTED, null);
        return found.next() != null
                ? frame.say("home.me.credentials.many", found.items().size())
                : frame.say("home.me.credentials", found.items().size());
    }
}
