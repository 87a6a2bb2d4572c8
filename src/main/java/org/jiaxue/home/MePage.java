package org.jiaxue.home;

import java.util.List;
import java.util.Optional;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.identity.People;
import org.jiaxue.licences.HouseOfStars;
import org.jiaxue.licences.Licences;
import org.jiaxue.points.EntryRows;
import org.jiaxue.points.Points;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A guardian's own page: the house, how the next window lights, where the points came from. */
@Controller
class MePage {

    /** How many entries of the ledger the page shows. */
    static final int ENTRIES = 4;

    private final Licences licences;
    private final Points points;
    private final Credentials credentials;
    private final People people;
    private final Regions regions;

    MePage(
            Licences licences,
            Points points,
            Credentials credentials,
            People people,
            Regions regions) {
        this.licences = licences;
        this.points = points;
        this.credentials = credentials;
        this.people = people;
        this.regions = regions;
    }

    /**
     * What the page shows.
     *
     * @param house empty where the guardian's division has no scheme
     * @param place the division whose scheme it is
     * @param credentials how many there are, in words; at most {@link Credentials#MAX_LISTED}
     */
    record View(
            @Nullable HouseOfStars house,
            String scheme,
            String place,
            Points.Sums sums,
            List<EntryRows.Row> entries,
            String credentials,
            boolean fresh) {}

    @GetMapping("/me")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView show(Frame frame, GuardianId guardian) {
        Optional<Licences.Standings> standings = licences.standings(guardian);
        List<Points.Entry> entries = points.entries(guardian, null, ENTRIES).entries();
        String division = people.divisionOf(guardian);
        View view =
                new View(
                        standings.map(it -> HouseOfStars.of(frame, it)).orElse(null),
                        standings.map(it -> frame.say(it.schemeName())).orElse(""),
                        frame.say(regions.nameOf(county(division))),
                        points.sums(guardian),
                        EntryRows.of(frame, entries),
                        credentials(frame, guardian),
                        entries.isEmpty());
        return Html.page("home/me", frame, "view", view);
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
