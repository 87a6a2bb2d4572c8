package org.jiaxue.regions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes schools from a file of education groups: a JSON array of {@code {"id","name","school":
 * [{"id","name","lat","lng"}]}}, in UTF-8, at most 1 MiB, 500 groups and 5,000 schools. What can be
 * taken is taken in one transaction; what cannot is named in the report with the reason. The same
 * file again changes nothing.
 */
@Component
public class SchoolImport {

    static final int MOST_BYTES = 1 << 20;

    /** Why an entry was not taken; its words are under {@link #key()}. */
    public enum Reason {
        NO_OBJECT,
        NO_ID,
        NO_NAME,
        NAME_TOO_LONG,
        TOLD_TWICE,
        PLANNED,
        PLACE_UNREADABLE,
        TOO_MANY;

        public String key() {
            return "regions.import." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An entry that was not taken.
     *
     * @param where the JSON pointer to the entry, for instance {@code /3/school/2}
     * @param id the entry's own id, or nothing where it has none
     */
    public record Refused(String where, String id, Reason reason) {}

    /**
     * What became of a file.
     *
     * @param schools how many schools and kindergartens were taken
     * @param changed how many organisations are new or differ from what was known before
     * @param refused what was left out and why, in the order of the file
     */
    public record Report(int schools, int changed, List<Refused> refused) {}

    private final Regions regions;
    private final OrganisationStore store;
    private final Times times;

    SchoolImport(Regions regions, OrganisationStore store, Times times) {
        this.regions = regions;
        this.store = store;
        this.times = times;
    }

    /** Takes the schools of Gongshu district that ship as an example. */
    @Transactional
    public Report starter() {
        try (InputStream file =
                new ClassPathResource("starter/schools/gongshu.json").getInputStream()) {
            return take(file, "330105", "eduAMap");
        } catch (IOException missing) {
            throw new IllegalStateException("The example schools are missing", missing);
        }
    }

    /**
     * Takes a file into a county.
     *
     * @param source a short name of where the file comes from; with the ids in the file it names an
     *     organisation for ever
     * @throws Refusal when the file as a whole is too large or no such JSON, or the county unknown
     */
    @Transactional
    public Report take(InputStream file, String county, String source) throws IOException {
        if (regions.find(county).filter(it -> it.level() == Division.Level.COUNTY).isEmpty()) {
            throw new Refusal(Problem.unprocessable("regions.import.no-county", county));
        }
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(Problem.unprocessable("regions.import.too-large", MOST_BYTES));
        }
        SchoolFile read = SchoolFile.read(bytes);
        LocalDate today = times.today();
        int changed = 0;
        int schools = 0;
        for (SchoolFile.Group group : read.groups()) {
            UUID whole = idOf(source, group.id());
            changed += put(group, whole, county, source, today);
            for (SchoolFile.School school : group.schools()) {
                changed += put(school, group, whole, county, source, today);
                schools++;
            }
        }
        return new Report(schools, changed, new ArrayList<>(read.refused()));
    }

    private int put(SchoolFile.Group group, UUID id, String county, String source, LocalDate day) {
        Organisation whole =
                new Organisation(
                        id,
                        Organisation.Kind.EDUCATION_GROUP,
                        group.name(),
                        null,
                        county,
                        null,
                        Set.of(),
                        null);
        return put(whole, null, new OrganisationStore.Source(source, group.id()), day);
    }

    private int put(
            SchoolFile.School school,
            SchoolFile.Group group,
            UUID whole,
            String county,
            String source,
            LocalDate day) {
        Organisation one =
                new Organisation(
                        idOf(source, school.id()),
                        school.kind(),
                        school.name(),
                        null,
                        county,
                        group.name(),
                        school.stages(),
                        school.place());
        return put(one, whole, new OrganisationStore.Source(source, school.id()), day);
    }

    private int put(
            Organisation told,
            @Nullable UUID partOf,
            OrganisationStore.Source source,
            LocalDate day) {
        return store.put(told, partOf, source, day) ? 1 : 0;
    }

    /** The same organisation gets the same id in every installation. */
    private static UUID idOf(String source, String id) {
        return UUID.nameUUIDFromBytes((source + "/" + id).getBytes(StandardCharsets.UTF_8));
    }
}
