package org.jiaxue.identity.family;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Frame;

/** What a form's selects offer: value to words, the empty value first. */
final class Choices {

    private Choices() {}

    /** Every county with its city before it, in order of code. */
    static Map<String, String> counties(Regions regions, Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", frame.say("identity.place.choose"));
        for (Division province : regions.provinces()) {
            for (Division city : regions.children(province.code())) {
                for (Division county : regions.children(city.code())) {
                    options.put(
                            county.code(),
                            frame.say(
                                    "identity.place.in-city",
                                    frame.say(city.name()),
                                    frame.say(county.name())));
                }
            }
        }
        return options;
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
