package org.jiaxue.cel;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiaxue.web.Words;

/** Says in both languages what the compiler of conditions complains of. */
final class Faults {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.]*");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private Faults() {}

    static Words tooLong() {
        return new Words(
                "条件太长，最多 %d 个字符".formatted(Condition.MOST_CHARACTERS),
                "the condition is longer than %d characters".formatted(Condition.MOST_CHARACTERS));
    }

    static Fault of(Vocabulary vocabulary, String source, CelIssue issue) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        String there = rest(source, line, column);
        return new Fault(line, column + 1, what(vocabulary, there, issue.getMessage()));
    }

    private static Words what(Vocabulary vocabulary, String there, String message) {
        if (message.startsWith("undeclared reference")) {
            return there.startsWith("(") ? unknownFunction(message) : unknown(vocabulary, there);
        }
        if (message.startsWith("found no matching overload")) {
            return new Words(
                    "这里比较或计算的两边不是同一类值（文字要加引号，数字不加）",
                    "the two sides here are of different kinds (texts are quoted,"
                            + " numbers are not)");
        }
        if (message.startsWith("expected type 'bool'")) {
            return new Words("条件要能回答“是”或“否”", "a condition must come out as yes or no");
        }
        if (there.isBlank()) {
            return new Words("写到这里没有写完", "it ends here before it is complete");
        }
        if (there.startsWith("=")) {
            return new Words("比较相等要写两个等号：==", "to compare, write two signs: ==");
        }
        return new Words(
                "从“%s”起读不懂".formatted(shorten(there)),
                "cannot be read from “%s” on".formatted(shorten(there)));
    }

    private static Words unknownFunction(String message) {
        Matcher matcher = QUOTED.matcher(message);
        String name = matcher.find() ? matcher.group(1) : "?";
        return new Words(
                "没有“%s”这个函数".formatted(name), "“%s” is not a function here".formatted(name));
    }

    private static Words unknown(Vocabulary vocabulary, String there) {
        Matcher matcher = NAME.matcher(there);
        String name = matcher.lookingAt() ? matcher.group() : shorten(there);
        List<String> known = vocabulary.names().stream().map(Name::name).toList();
        String all = known.stream().collect(Collectors.joining(", "));
        return new Words(
                "没有“%s”这个名称；可以用的有：%s".formatted(name, all),
                "“%s” is not a name here; known are %s".formatted(name, all));
    }

    /** What stands from the place on, to the end of its line. */
    private static String rest(String source, int line, int column) {
        String[] lines = source.split("\n", -1);
        if (line > lines.length) {
            return "";
        }
        String found = lines[line - 1];
        return found.substring(
                found.offsetByCodePoints(
                        0, Math.min(column, found.codePointCount(0, found.length()))));
    }

    private static String shorten(String text) {
        String clean = text.strip();
        return clean.length() <= 20 ? clean : clean.substring(0, 20) + "…";
    }
}
