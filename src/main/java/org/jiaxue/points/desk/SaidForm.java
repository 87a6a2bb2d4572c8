package org.jiaxue.points.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.RuleText;

/**
 * The part of a form that holds where a set's figures come from, and what its entries say where a
 * cap cuts. A sentence that is left empty is said as above; of a pair with one that is filled in,
 * the other is written out as it is said above.
 */
final class SaidForm {

    /** Sent with every form that shows the sources. */
    static final String SHOWN = "sources.0.mark";

    private SaidForm() {}

    static void put(RuleForm form, RuleSet set) {
        for (int i = 0; i < set.sources().size(); i++) {
            RuleSet.Source source = set.sources().get(i);
            form.put("sources." + i + ".mark", source.mark());
            form.putWords("sources." + i, source.words());
        }
        for (String name : Effective.sayings()) {
            form.putWords(field(name, false), set.saying(name, false));
            form.putWords(field(name, true), set.saying(name, true));
        }
    }

    /** The form's field of a sentence, without the language. */
    static String field(String name, boolean nothing) {
        return "sentences." + name + (nothing ? ".none" : ".cut");
    }

    /**
     * The sources that were filled in.
     *
     * @param placed is told of each its index in the form
     */
    static List<Object> sources(RuleForm form, IntConsumer placed) {
        List<Object> sources = new ArrayList<>();
        for (int i = 0; i < RuleFile.MOST_SOURCES; i++) {
            Map<String, Object> words = words(form, "sources." + i);
            if (!words.isEmpty()) {
                Map<String, Object> source = new LinkedHashMap<>();
                source.put("mark", form.value("sources." + i + ".mark"));
                source.putAll(words);
                sources.add(source);
                placed.accept(i);
            }
        }
        return sources;
    }

    /** How many rows of sources a form shows: those filled in and an empty one. */
    static int rows(RuleForm form) {
        int last = 0;
        for (int i = 0; i < RuleFile.MOST_SOURCES; i++) {
            if (!words(form, "sources." + i).isEmpty()) {
                last = i + 1;
            }
        }
        return Math.min(last + 1, RuleFile.MOST_SOURCES);
    }

    /** The sentences that were filled in. */
    static Map<String, Object> sentences(RuleForm form, Effective above) {
        Map<String, Object> sentences = new LinkedHashMap<>();
        for (String name : Effective.sayings()) {
            Map<String, Object> cut = words(form, field(name, false));
            Map<String, Object> none = words(form, field(name, true));
            if (!cut.isEmpty() || !none.isEmpty()) {
                Map<String, Object> pair = new LinkedHashMap<>();
                pair.put("cut", cut.isEmpty() ? RuleText.words(above.saying(name, false)) : cut);
                pair.put("none", none.isEmpty() ? RuleText.words(above.saying(name, true)) : none);
                sentences.put(name, pair);
            }
        }
        return sentences;
    }

    private static Map<String, Object> words(RuleForm form, String field) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String language : List.of("zh", "en")) {
            String text = form.value(field + "." + language);
            if (!text.isEmpty()) {
                fields.put(language, text);
            }
        }
        return fields;
    }
}
