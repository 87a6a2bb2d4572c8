package org.jiaxue.statistics.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Labels;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;

/**
 * What the page shows.
 *
 * @param path from the topmost division that the reader may see down to this one
 * @param places divisions to choose from, by code
 * @param times choices of time, by their name in the address
 * @param running the next period that is still being counted and from when it is shown; empty where
 *     none is
 * @param early whether periods were asked for that had ended before anything was counted
 * @param charts empty where no period can be shown
 */
record View(
        Asking asking,
        List<Step> path,
        Map<String, String> places,
        Map<String, String> times,
        List<Period> periods,
        String running,
        boolean early,
        Line total,
        List<Line> rows,
        Charts charts,
        Labels labels) {

    /** A name with its address; no address where it leads nowhere new. */
    record Step(String name, String href) {}

    String place() {
        return labels.texts().say(asking.place().name());
    }

    Measure measure() {
        return asking.question().measure();
    }

    By by() {
        return asking.question().by();
    }

    String measured() {
        return labels.measure(asking.question());
    }

    boolean schools() {
        return measure() == Measure.SCHOOLS;
    }

    String platform() {
        PlatformKind platform = asking.question().platform();
        return platform == null ? "all" : platform.slug();
    }

    /** The measures of which there are figures here, in words. */
    Map<String, String> measures() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(Measure.values())
                .filter(it -> it != Measure.SCHOOLS || digits() <= Level.COUNTY.digits())
                .forEach(it ->
                        words.put(
                                it.slug(), labels.texts().say("statistics.measure." + it.slug())));
        return words;
    }

    /** What rows the measure has here, in words. */
    Map<String, String> bys() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(By.values())
                .filter(it -> measure().has(it, digits()))
                .forEach(it ->
                        words.put(it.slug(), labels.texts().say("statistics.by." + it.slug())));
        return words;
    }

    Map<String, String> platforms() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("all", labels.texts().say("statistics.platform.all"));
        Arrays.stream(PlatformKind.values())
                .forEach(it -> words.put(it.slug(), labels.platform(it)));
        return words;
    }

    private int digits() {
        return asking.place().code().length();
    }

    boolean empty() {
        return periods.isEmpty();
    }

    /** Whether more figures are withheld than shown, which the page then explains first. */
    boolean sparse() {
        List<Figure> all =
                Stream.concat(Stream.of(total), rows.stream())
                        .filter(Line::inhabited)
                        .flatMap(row -> row.figures().stream())
                        .toList();
        long withheld =
                all.stream()
                        .filter(it -> it instanceof Figure.Few || it instanceof Figure.Guarded)
                        .count();
        return 2 * withheld > all.size();
    }
}
