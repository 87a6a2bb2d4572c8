package org.jiaxue.regions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.regions.SchoolImport.Reason;
import org.jiaxue.regions.SchoolImport.Refused;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of education groups, trusting nothing in it. */
final class SchoolFile {

    record Group(String id, String name, List<School> schools) {}

    record School(
            String id,
            String name,
            Organisation.Kind kind,
            Set<SchoolStage> stages,
            Organisation.@Nullable Place place) {}

    private static final int MOST_GROUPS = 500;
    private static final int MOST_SCHOOLS = 5_000;
    private static final int LONGEST_ID = 50;
    private static final int LONGEST_NAME = 100;

    /** A campus that is still being planned carries this mark or stands for one without a name. */
    private static final List<String> PLANNED = List.of("(筹)", "（筹）", "XX");

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(16)
                                                    .maxStringLength(10_000)
                                                    .maxNumberLength(50)
                                                    .build())
                                    .build())
                    .build();

    private final List<Group> groups = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int schools;

    private SchoolFile() {}

    static SchoolFile read(byte[] bytes) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException broken) {
            throw new Refusal(
                    Problem.unprocessable(
                            "regions.import.no-json",
                            broken.getLocation() == null ? 0 : broken.getLocation().getLineNr()));
        }
        if (!root.isArray()) {
            throw new Refusal(Problem.unprocessable("regions.import.no-array"));
        }
        SchoolFile file = new SchoolFile();
        for (int i = 0; i < root.size(); i++) {
            file.group(root.get(i), "/" + i);
        }
        return file;
    }

    List<Group> groups() {
        return groups;
    }

    List<Refused> refused() {
        return refused;
    }

    private void group(JsonNode node, String where) {
        Optional<Reason> wrong =
                groups.size() >= MOST_GROUPS ? Optional.of(Reason.TOO_MANY) : wrongWith(node);
        if (wrong.isPresent()) {
            refused.add(new Refused(where, text(node, "id"), wrong.get()));
            return;
        }
        JsonNode members = node.path("school");
        List<School> taken = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            school(members.get(i), text(node, "name"), where + "/school/" + i)
                    .ifPresent(taken::add);
        }
        groups.add(new Group(text(node, "id"), text(node, "name"), taken));
    }

    private Optional<School> school(JsonNode node, String group, String where) {
        Optional<Reason> wrong =
                schools >= MOST_SCHOOLS ? Optional.of(Reason.TOO_MANY) : wrongWith(node);
        String name = text(node, "name");
        if (wrong.isEmpty() && PLANNED.stream().anyMatch(name::contains)) {
            wrong = Optional.of(Reason.PLANNED);
        }
        Organisation.@Nullable Place place = placeOf(node).orElse(null);
        if (wrong.isEmpty() && place == null && namesPlace(node)) {
            wrong = Optional.of(Reason.PLACE_UNREADABLE);
        }
        if (wrong.isPresent()) {
            refused.add(new Refused(where, text(node, "id"), wrong.get()));
            return Optional.empty();
        }
        schools++;
        return Optional.of(
                new School(
                        text(node, "id"), name, kindOf(group, name), stagesOf(group, name), place));
    }

    /** What keeps an entry out, whatever it is; an id counts as used once it was looked at. */
    private Optional<Reason> wrongWith(JsonNode node) {
        if (!node.isObject()) {
            return Optional.of(Reason.NO_OBJECT);
        }
        String id = text(node, "id");
        String name = text(node, "name");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return Optional.of(Reason.NO_ID);
        }
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Reason.NO_NAME);
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of(Reason.NAME_TOO_LONG);
        }
        return ids.add(id) ? Optional.empty() : Optional.of(Reason.TOLD_TWICE);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue().strip() : "";
    }

    private static boolean namesPlace(JsonNode node) {
        return !text(node, "lat").isEmpty()
                || !text(node, "lng").isEmpty()
                || node.path("lat").isNumber()
                || node.path("lng").isNumber();
    }

    /** The two degrees in either order: inside China each can only be one of the two. */
    private static Optional<Organisation.Place> placeOf(JsonNode node) {
        Optional<BigDecimal> one = degrees(node.path("lat"));
        Optional<BigDecimal> other = degrees(node.path("lng"));
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (longitude(one.get()) && latitude(other.get())) {
            return Optional.of(new Organisation.Place(one.get(), other.get()));
        }
        if (longitude(other.get()) && latitude(one.get())) {
            return Optional.of(new Organisation.Place(other.get(), one.get()));
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> degrees(JsonNode value) {
        String text = value.isString() ? value.stringValue().strip() : value.asString("");
        return text.matches("[0-9]{1,3}(\\.[0-9]{1,12})?")
                ? Optional.of(new BigDecimal(text).setScale(6, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    private static boolean longitude(BigDecimal degrees) {
        return degrees.intValue() >= 73 && degrees.intValue() < 136;
    }

    private static boolean latitude(BigDecimal degrees) {
        return degrees.intValue() >= 3 && degrees.intValue() < 54;
    }

    private static Organisation.Kind kindOf(String group, String name) {
        return group.contains("学前") || name.contains("幼儿园")
                ? Organisation.Kind.KINDERGARTEN
                : Organisation.Kind.SCHOOL;
    }

    /** What its name says, and of a campus what its group's name says. */
    private static Set<SchoolStage> stagesOf(String group, String name) {
        if (kindOf(group, name) == Organisation.Kind.KINDERGARTEN) {
            return Set.of(SchoolStage.KINDERGARTEN);
        }
        return SchoolStage.named(name.endsWith("校区") ? group : name);
    }
}
