package org.jiaxue.licences.offer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;

/** The divisions whose offers an officer looks after: their own and those below, to the county. */
@Component
class Owners {

    private final Access access;
    private final Regions regions;

    Owners(Access access, Regions regions) {
        this.access = access;
        this.regions = regions;
    }

    /**
     * Where the officer was granted it, none of them below another; refuses with 403 without any.
     */
    List<String> nodes(Viewer viewer) {
        List<String> nodes =
                access.where(viewer, Deed.OFFER_BENEFIT).stream()
                        .filter(it -> it.length() <= Division.Level.COUNTY.digits())
                        .toList();
        if (nodes.isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return nodes.stream()
                .filter(node ->
                        nodes.stream().noneMatch(it -> !it.equals(node) && node.startsWith(it)))
                .toList();
    }

    /** Whether the viewer may make and look after a division's offers. */
    boolean owns(Viewer viewer, String division) {
        return division.length() <= Division.Level.COUNTY.digits()
                && access.allows(viewer, Deed.OFFER_BENEFIT, division)
                && regions.find(division).isPresent();
    }

    /** The divisions to choose from, under the names of the cities and provinces above them. */
    Map<String, Map<String, String>> choices(Texts texts, List<String> nodes) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        for (String node : nodes) {
            regions.find(node).ifPresent(it -> add(texts, it, groups));
        }
        return groups;
    }

    private void add(Texts texts, Division one, Map<String, Map<String, String>> groups) {
        Map<String, String> group =
                groups.computeIfAbsent(texts.say(one.name()), _ -> new LinkedHashMap<>());
        group.put(one.code(), texts.say(one.name()));
        switch (one.level()) {
            case PROVINCE -> regions.children(one.code()).forEach(it -> add(texts, it, groups));
            case CITY ->
                    regions.children(one.code())
                            .forEach(it -> group.put(it.code(), texts.say(it.name())));
            case COUNTY, TOWNSHIP, COMMUNITY -> {}
        }
    }
}
