package org.jiaxue.points.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.points.rules.Leeway;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Span;
import org.jspecify.annotations.Nullable;

/**
 * The part of a form that says what the levels below may change. A span is two fields, {@code
 * least} and {@code most}.
 */
final class LeewayForm {

    /** A span's place in a file, such as {@code rules.0.leeway.caps.day[1]}. */
    private static final Pattern SPAN =
            Pattern.compile("(.*leeway)\\.(?:caps\\.)?(points|day|week|month|term)(\\[([01])])?");

    private static final Pattern ADDED = Pattern.compile("leeway\\.rules\\.points(\\[([01])])?");

    private LeewayForm() {}

    /** Fills in what a set leaves open of totals and of rules to add. */
    static void put(RuleForm form, Leeway.OfSet leeway) {
        spans(form, "leeway", leeway.caps());
        span(form, "leeway.added", leeway.added());
        if (leeway.added() != null) {
            form.put("leeway.added.count", Integer.toString(leeway.mostAdded()));
        }
    }

    /** Fills in what a set leaves open of one of its rules. */
    static void put(RuleForm form, String field, Leeway leeway) {
        if (leeway.fixed()) {
            form.put(field + ".fixed", "true");
        }
        span(form, field + ".points", leeway.points());
        spans(form, field, leeway.caps());
    }

    private static void spans(RuleForm form, String field, Map<Period, Span> spans) {
        for (Period period : Period.values()) {
            span(form, field + "." + period.slug(), spans.get(period));
        }
    }

    private static void span(RuleForm form, String field, @Nullable Span span) {
        if (span != null) {
            form.put(field + ".least", Integer.toString(span.least()));
            form.put(field + ".most", Integer.toString(span.most()));
        }
    }

    /** What the form says of a rule, as the file's field; empty where it says nothing. */
    static Map<String, Object> ofRule(RuleForm form, String field) {
        Map<String, Object> leeway = new LinkedHashMap<>();
        if (!form.value(field + ".fixed").isEmpty()) {
            leeway.put("fixed", true);
        }
        put(leeway, "points", form, field + ".points");
        putCaps(leeway, form, field);
        return leeway;
    }

    /** What the form says of the whole set, as the file's field; empty where it says nothing. */
    static Map<String, Object> ofSet(RuleForm form) {
        Map<String, Object> leeway = new LinkedHashMap<>();
        putCaps(leeway, form, "leeway");
        Map<String, Object> added = new LinkedHashMap<>();
        put(added, "points", form, "leeway.added");
        String count = form.value("leeway.added.count");
        if (!added.isEmpty() || !count.isEmpty()) {
            added.putIfAbsent("points", List.of("", ""));
            added.put("most", number(count));
            leeway.put("rules", added);
        }
        return leeway;
    }

    private static void putCaps(Map<String, Object> leeway, RuleForm form, String field) {
        Map<String, Object> caps = new LinkedHashMap<>();
        for (Period period : Period.values()) {
            put(caps, period.slug(), form, field + "." + period.slug());
        }
        if (!caps.isEmpty()) {
            leeway.put("caps", caps);
        }
    }

    private static void put(Map<String, Object> fields, String name, RuleForm form, String field) {
        String least = form.value(field + ".least");
        String most = form.value(field + ".most");
        if (!least.isEmpty() || !most.isEmpty()) {
            fields.put(name, new ArrayList<>(List.of(number(least), number(most))));
        }
    }

    private static Object number(String value) {
        return value.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(value) : value;
    }

    /** The form's field for a place in a file; what is no leeway stays as it is. */
    static String field(String path) {
        Matcher added = ADDED.matcher(path);
        if (added.matches()) {
            return "leeway.added." + end(added.group(2));
        }
        if (path.equals("leeway.rules.most")) {
            return "leeway.added.count";
        }
        Matcher span = SPAN.matcher(path);
        return span.matches()
                ? span.group(1) + "." + span.group(2) + "." + end(span.group(4))
                : path;
    }

    private static String end(@Nullable String index) {
        return "0".equals(index) ? "least" : "most";
    }

    /** A set of which nothing is left but what it leaves open of the total caps. */
    static RuleSet ofTotals(RuleSet set) {
        return bare(set, new Leeway.OfSet(set.leeway().caps(), null, 0));
    }

    /** A set of which nothing is left but what it leaves open of rules to add. */
    static RuleSet ofAdditions(RuleSet set) {
        Leeway.OfSet leeway = set.leeway();
        return bare(set, new Leeway.OfSet(Map.of(), leeway.added(), leeway.mostAdded()));
    }

    private static RuleSet bare(RuleSet set, Leeway.OfSet leeway) {
        return new RuleSet(
                set.owner(),
                set.version(),
                set.from(),
                set.until(),
                set.name(),
                set.template(),
                List.of(),
                List.of(),
                List.of(),
                set.caps(),
                leeway,
                set.sentences());
    }
}
