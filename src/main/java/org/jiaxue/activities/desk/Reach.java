package org.jiaxue.activities.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Texts;
import org.springframework.stereotype.Component;

/**
 * The divisions an organiser can choose from: where they were granted to run activities, and the
 * two levels below it, or one level below a county.
 */
@Component
class Reach {

    private final Regions regions;

    Reach(Regions regions) {
        this.regions = regions;
    }

    /** A division by its code, with its name. */
    record Choice(String code, String name) {}

    /** Choices under a heading. */
    record Group(String name, List<Choice> choices) {}

    /**
     * The choices, in order of code.
     *
     * @param nodes the divisions granted
     * @param chosen a code that is among them in any case, if it is one
     */
    List<Group> of(Texts texts, List<String> nodes, String chosen) {
        List<Group> groups = new ArrayList<>();
        nodes.stream()
                .filter(node -> nodes.stream().noneMatch(it -> above(it, node)))
                .flatMap(node -> regions.find(node).stream())
                .forEach(division -> groups.addAll(groups(texts, division)));
        boolean there =
                groups.stream()
                        .flatMap(group -> group.choices().stream())
                        .anyMatch(choice -> choice.code().equals(chosen));
        if (!there) {
            regions.find(chosen)
                    .map(it -> choice(texts, it))
                    .ifPresent(it -> groups.addFirst(new Group(it.name(), List.of(it))));
        }
        return groups;
    }

    private static boolean above(String one, String other) {
        return other.startsWith(one) && !other.equals(one);
    }

    private List<Group> groups(Texts texts, Division division) {
        List<Division> below = regions.children(division.code());
        return switch (division.level()) {
            case PROVINCE, CITY -> {
                List<Group> groups = new ArrayList<>();
                groups.add(group(texts, division, List.of()));
                below.forEach(it -> groups.add(group(texts, it, regions.children(it.code()))));
                yield groups;
            }
            case COUNTY, TOWNSHIP, COMMUNITY -> List.of(group(texts, division, below));
        };
    }

    private static Group group(Texts texts, Division division, List<Division> below) {
        return new Group(
                texts.say(division.name()),
                Stream.concat(Stream.of(division), below.stream())
                        .map(it -> choice(texts, it))
                        .toList());
    }

    private static Choice choice(Texts texts, Division division) {
        return new Choice(division.code(), texts.say(division.name()));
    }
}
