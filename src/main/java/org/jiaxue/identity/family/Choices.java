package org.jiaxue.identity.family;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Frame;

/** What a form's selects offer: value to words, the empty value first. */
final class Choices {

    private Choices() {}

    /** Every province, in order of code. */
    static Map<String, String> provinces(Regions regions, Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        regions.provinces().forEach(it -> options.put(it.code(), frame.say(it.name())));
        return options;
    }

    /** The counties of a province under the names of their cities, in order of code. */
    static Map<String, Map<String, String>> counties(
            Regions regions, Frame frame, String province) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        for (Division city : regions.children(province)) {
            Map<String, String> options = new LinkedHashMap<>();
            for (Division county : regions.children(city.code())) {
                options.put(county.code(), frame.say(county.name()));
            }
            groups.put(frame.say(city.name()), options);
        }
        return groups;
    }

    /** The province that was asked for, or of the county that was; else the house's own. */
    static Division province(Regions regions, String asked, String county) {
        return Stream.of(asked, county.substring(0, Math.min(county.length(), 2)))
                .flatMap(code -> regions.find(code).stream())
                .filter(it -> it.level() == Division.Level.PROVINCE)
                .findFirst()
                .orElseGet(regions::home);
    }

    /** The townships of a county, in order of code. */
    static Map<String, String> townships(Regions regions, Frame frame, String county) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", frame.say("identity.place.township-later"));
        for (Division township : regions.children(county)) {
            options.put(township.code(), frame.say(township.name()));
        }
        return options;
    }

    static Map<String, String> years(Frame frame, LocalDate today) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", frame.say("identity.child.year"));
        int first = today.plusMonths(BirthMonth.MOST_MONTHS_AHEAD).getYear();
        int last = today.getYear() - BirthMonth.MOST_YEARS;
        for (int year = first; year >= last; year--) {
            String digits = Integer.toString(year);
            options.put(digits, frame.say("identity.child.year-option", digits));
        }
        return options;
    }

    static Map<String, String> months(Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", frame.say("identity.child.month"));
        for (int month = 1; month <= 12; month++) {
            String digits = Integer.toString(month);
            options.put(digits, frame.say("identity.child.month-option", digits));
        }
        return options;
    }

    static Map<String, String> stages(Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", frame.say("identity.child.stage-suggested"));
        for (Stage stage : Stage.values()) {
            options.put(stage.slug(), frame.say(stage.key()));
        }
        return options;
    }
}
