package org.jiaxue.points.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.RuleText;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.DataText;

/** Writes a version into a draft's file, keeping its comments where that can be done. */
final class Numbered {

    private static final Pattern VERSION = Pattern.compile("(?m)^version:.*$");
    private static final Pattern DIVISION = Pattern.compile("(?m)^division:.*$");

    private Numbered() {}

    static String body(String body, int version) {
        RuleSet set = RuleFile.read("draft.yaml", body);
        String edited = edited(body, "version: " + version);
        Map<String, Object> fields = fields(set, version);
        return says(edited, fields) ? edited : DataText.write(fields);
    }

    private static String edited(String body, String line) {
        Matcher there = VERSION.matcher(body);
        return there.find()
                ? there.replaceFirst(line)
                : DIVISION.matcher(body).replaceFirst("$0\n" + line);
    }

    private static boolean says(String text, Map<String, Object> fields) {
        try {
            RuleSet read = RuleFile.read("draft.yaml", text);
            return fields(read, read.version()).equals(fields);
        } catch (DataFaults notSo) {
            return false;
        }
    }

    private static Map<String, Object> fields(RuleSet set, int version) {
        Map<String, Object> fields = new LinkedHashMap<>();
        RuleText.fields(set)
                .forEach((name, value) -> {
                    if (!name.equals("version")) {
                        fields.put(name, value);
                    }
                    if (name.equals("division")) {
                        fields.put("version", version);
                    }
                });
        return fields;
    }
}
