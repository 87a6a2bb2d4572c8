package org.jiaxue.points.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.cel.Fault;
import org.jiaxue.points.rules.Breach;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.RuleWords;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a form as a rule set and says at its fields what is wrong. */
@Component
class FormReader {

    private static final Pattern ITEM = Pattern.compile("(changes|rules|sources)\\[(\\d+)](.*)");
    private static final Pattern NAMED = Pattern.compile("(changes|rules)\\.([a-z0-9-]+)(.*)");
    private static final Pattern SHOWN =
            Pattern.compile(
                    "name\\.(zh|en)|from|until|sources\\.\\d+\\.(mark|zh|en)"
                            + "|sentences\\.[a-z-]+\\.(cut|none)\\.(zh|en)"
                            + "|caps\\.(day|week|month|term)"
                            + "|leeway\\.(day|week|month|term|added)\\.(least|most|count)"
                            + "|(changes|rules)\\.\\d+\\.leeway\\.(points|day|week|month|term)"
                            + "\\.(least|most)"
                            + "|(changes|rules)\\.\\d+\\.(points|content|day|week|month|term|when"
                            + "|(did|why)\\.(zh|en)"
                            + "|kind|category)");

    private final Rules rules;

    FormReader(Rules rules) {
        this.rules = rules;
    }

    /** The file that the form stands for; empty where something has to be mended. */
    Optional<String> read(
            Frame frame, RuleForm form, Owner owner, @Nullable RuleSet base, Effective above) {
        FormFile file = new FormFile(form, owner, base, above);
        String text = file.text();
        try {
            RuleSet set = RuleFile.read("form", text);
            rules.judge(set).breaches().forEach(it -> breach(frame, form, file, it));
        } catch (DataFaults faults) {
            faults.faults().forEach(it -> fault(frame, form, file, it));
        }
        return form.good() ? Optional.of(text) : Optional.empty();
    }

    private static void fault(Frame frame, RuleForm form, FormFile file, DataFault fault) {
        String field = field(file, fault.field());
        if (field.endsWith(".when")
                && RuleWords.read(form.value(field))
                        instanceof Fault(int line, int column, var what)) {
            form.wrong(field, frame.say("points.form.condition", line, column, frame.say(what)));
        } else if (SHOWN.matcher(field).matches()) {
            form.wrong(field, frame.say(fault.what()));
        } else {
            form.wrong(RuleForm.WHOLE, fault.field() + "：" + frame.say(fault.what()));
        }
    }

    private static String field(FormFile file, String path) {
        Matcher item = ITEM.matcher(path);
        String field = path;
        if (item.matches()) {
            int place = file.place(item.group(1), Integer.parseInt(item.group(2)));
            field = item.group(1) + "." + place + item.group(3).replace(".caps", "");
        }
        field = LeewayForm.field(field);
        if (field.equals("name") || field.endsWith(".did") || field.endsWith(".why")) {
            return field + ".zh";
        }
        return field.endsWith(".rule") ? field.replaceAll("\\.rule$", ".kind") : field;
    }

    /** At its field where the form shows it; the others are told when the draft is looked at. */
    private static void breach(Frame frame, RuleForm form, FormFile file, Breach breach) {
        String field = breach.field();
        Matcher named = NAMED.matcher(field);
        if (named.matches()) {
            String list = named.group(1);
            String rest = named.group(3).replace(".caps", "");
            field =
                    file.named(list, named.group(2))
                            .map(place -> list + "." + place + (rest.isEmpty() ? ".points" : rest))
                            .orElse(field);
        }
        field = LeewayForm.field(field);
        if (SHOWN.matcher(field).matches()) {
            form.wrong(field, frame.say(breach.what()));
        }
    }
}
