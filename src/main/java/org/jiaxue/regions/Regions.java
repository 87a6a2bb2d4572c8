package org.jiaxue.regions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaxue.web.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The door to divisions and organisations. Divisions down to the township are kept in memory (4,738
 * as shipped, some 45,000 if all townships of the country were); communities are asked of the
 * database.
 */
@Component
public class Regions {

    /** So many schools a county's list holds. */
    public static final int MOST_SCHOOLS = 5_000;

    private final NavigableMap<String, Division> known;
    private final Division home;
    private final DivisionStore divisions;
    private final OrganisationStore organisations;

    /**
     * Schools that were found.
     *
     * @param schools the first of them
     * @param all how many there are, also of those that are not among these
     */
    public record Found(List<Organisation> schools, int all) {

        public Found {
            schools = List.copyOf(schools);
        }

        /** How many there are beside these. */
        public int more() {
            return all - schools.size();
        }
    }

    @SuppressWarnings("unused")
    Regions(
            DivisionLoader loader,
            DivisionStore divisions,
            OrganisationStore organisations,
            @Value("${jiaxue.province:33}") String province) {
        this.divisions = divisions;
        this.organisations = organisations;
        NavigableMap<String, Division> all = new TreeMap<>();
        divisions.downToTownships().forEach(it -> all.put(it.code(), it));
        this.known = Collections.unmodifiableNavigableMap(all);
        this.home =
                Optional.ofNullable(known.get(province))
                        .filter(it -> it.level() == Division.Level.PROVINCE)
                        .orElseThrow(() -> new UnknownProvince(province));
    }

    /** The division under a code, also one that has ended; empty for anything that is no code. */
    public Optional<Division> find(String code) {
        if (Division.Level.of(code).isEmpty() || !code.chars().allMatch(Regions::digit)) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.get(code)).or(() -> divisions.find(code));
    }

    /**
     * The divisions right below one, in order of code; empty for a community or an unknown code.
     */
    public List<Division> children(String code) {
        return find(code)
                .map(it ->
                        switch (it.level()) {
                            case PROVINCE -> below(code, Division.Level.CITY);
                            case CITY -> below(code, Division.Level.COUNTY);
                            case COUNTY -> below(code, Division.Level.TOWNSHIP);
                            case TOWNSHIP -> divisions.communities(code);
                            case COMMUNITY -> List.<Division>of();
                        })
                .orElse(List.of());
    }

    private List<Division> below(String code, Division.Level level) {
        return known.subMap(code, false, code + "~", false).values().stream()
                .filter(it -> it.level() == level)
                .toList();
    }

    /** From the province down to the division itself; empty for an unknown code. */
    public List<Division> path(String code) {
        List<Division> path = new ArrayList<>();
        Optional<Division> step = find(code);
        while (step.isPresent()) {
            path.addFirst(step.get());
            step = step.get().parent().flatMap(this::find);
        }
        return path;
    }

    /** The provinces that were loaded, in order of code; at least one. */
    public List<Division> provinces() {
        return known.values().stream().filter(it -> it.level() == Division.Level.PROVINCE).toList();
    }

    /**
     * The province whose platform this is, as the setting {@code jiaxue.province} names it: it
     * stands for where people live until they say so.
     */
    public Division home() {
        return home;
    }

    /** Whether the townships of a province are known, and not its counties alone. */
    public boolean knowsTownships(String province) {
        return known.subMap(province, false, province + "~", false).values().stream()
                .anyMatch(it -> it.level() == Division.Level.TOWNSHIP);
    }

    /** A division's name; the code itself for an unknown one. */
    public Words nameOf(String code) {
        return find(code).map(Division::name).orElseGet(() -> new Words(code, code));
    }

    /**
     * Schools and kindergartens of a county that exist today, in order of name; at most {@link
     * #MOST_SCHOOLS}.
     */
    public List<Organisation> schools(String county) {
        return organisations.schools(county, List.of(), MOST_SCHOOLS).schools();
    }

    /**
     * The first so many of a county's schools and kindergartens of today, in order of name, that
     * bear every one of the words in their name, that of their group or the English one.
     *
     * @param words as they were typed, in whatever case; blank for all of them
     */
    public Found schools(String county, String words, int most) {
        return organisations.schools(county, Organisation.words(words), most);
    }

    /**
     * How many schools and kindergartens existed on a day, by the first digits of their county, in
     * order of code. Divisions without a school are not in it.
     *
     * @param division the code of a province, city or county
     * @param digits 2, 4 or 6
     */
    public Map<String, Long> schoolsByDivision(String division, int digits, LocalDate on) {
        if (digits != 2 && digits != 4 && digits != 6) {
            throw new IllegalArgumentException("No county's code is cut to digits=" + digits);
        }
        return organisations.count(division, digits, on);
    }

    /**
     * Those of these schools that {@link #schoolsByDivision} counts on that day, with their county.
     */
    public Map<UUID, String> existing(Collection<UUID> schools, LocalDate on) {
        return organisations.existing(schools, on);
    }

    /**
     * Those of these organisations that had ended on a day, in order of id, each with the first day
     * on which it was no more.
     */
    public Map<UUID, LocalDate> ended(Collection<UUID> ids, LocalDate on) {
        return organisations.ended(ids, on);
    }

    /** The organisation, also one that has ended. */
    public Optional<Organisation> organisation(UUID id) {
        return organisations.find(id);
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }
}
