package org.jiaxue.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A field of a YAML data file that ships with the house or that an office brings. Whatever is wrong
 * with it is a {@link DataFault} that names the file, the line and the field.
 */
public final class DataFile {

    /** No file of data is longer, in characters. */
    public static final int MOST_CHARACTERS = 200_000;

    private static final int MOST_ALIASES = 0;
    private static final int MOST_DEPTH = 32;

    private final String file;
    private final String path;
    private final Node node;

    private DataFile(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Reads a file's text; the name is only for messages. */
    public static DataFile read(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new DataFault(
                    file,
                    1,
                    "",
                    new Words(
                            "文件太长，最多 %d 个字符".formatted(MOST_CHARACTERS),
                            "is longer than %d characters".formatted(MOST_CHARACTERS)));
        }
        try {
            requireShallow(file, text);
            Optional<Node> root = new Compose(settings(file)).composeString(text);
            if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
                throw new DataFault(
                        file, 1, "", new Words("应当由字段组成", "must be a mapping of fields"));
            }
            return new DataFile(file, "", root.get());
        } catch (MarkedYamlEngineException unreadable) {
            int line = unreadable.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw notYaml(file, line, unreadable.getProblem());
        } catch (YamlEngineException unreadable) {
            throw notYaml(file, 1, String.valueOf(unreadable.getMessage()));
        }
    }

    /** Refuses what nests deeper than anybody writes, before anything is called as deep. */
    private static void requireShallow(String file, String text) {
        int depth = 0;
        for (Event event : new Parse(settings(file)).parseString(text)) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > MOST_DEPTH) {
                int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
                throw new DataFault(
                        file,
                        line,
                        "",
                        new Words(
                                "嵌套太深，最多 %d 层".formatted(MOST_DEPTH),
                                "nests deeper than %d levels".formatted(MOST_DEPTH)));
            }
        }
    }

    private static LoadSettings settings(String file) {
        return LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setAllowRecursiveKeys(false)
                .build();
    }

    private static DataFault notYaml(String file, int line, String problem) {
        return new DataFault(
                file, line, "", new Words("不是 YAML：" + problem, "is not YAML: " + problem));
    }

    /** The field of this name, which must be there. */
    public DataFile at(String name) {
        return find(name).orElseThrow(() -> child(name, node).wrong("没有写", "is missing"));
    }

    /** The field of this name, if it is there. */
    public Optional<DataFile> find(String name) {
        return Optional.ofNullable(fields().get(name))
                .filter(found -> !found.getTag().equals(Tag.NULL))
                .map(found -> child(name, found));
    }

    /** Refuses any field that is not one of these: a misspelt name must not be passed over. */
    public DataFile only(String... names) {
        Set<String> known = Set.of(names);
        fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                String all = String.join(", ", names);
                throw child(name, value)
                        .wrong("没有这个字段；可以写的有：" + all, "is not a field here; known are " + all);
            }
        });
        return this;
    }

    /** The names of this field's own fields, in the file's order. */
    public List<String> names() {
        return List.copyOf(fields().keySet());
    }

    private Map<String, Node> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("应当由字段组成", "must be a mapping of fields");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw wrong("字段名应当是文字", "must have texts as names of fields");
            }
            if (fields.put(key.getValue(), tuple.getValueNode()) != null) {
                throw child(key.getValue(), key).wrong("写了两次", "stands there twice");
            }
        }
        return fields;
    }

    /** The items of a list with at least one. */
    public List<DataFile> items() {
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            throw wrong("应当是列表，至少有一项", "must be a list with at least one item");
        }
        List<DataFile> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new DataFile(file, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** A text that is not blank. */
    public String text() {
        if (!node.getTag().equals(Tag.STR) || plain().isBlank()) {
            throw wrong(
                    "应当是文字（数字要加引号），现在是 " + plain(),
                    "must be a text (in quotes if it is a number), but is " + plain());
        }
        if (plain().codePoints().anyMatch(DataFile::unprintable)) {
            throw wrong("里面有看不见的控制字符", "holds a character that cannot be shown");
        }
        return plain();
    }

    /** What no table keeps and no page shows, as NUL or half of a pair. */
    private static boolean unprintable(int character) {
        int type = Character.getType(character);
        return (type == Character.CONTROL && character != '\n' && character != '\t')
                || type == Character.SURROGATE;
    }

    /** A whole number within the bounds, both included. */
    public int number(int least, int most) {
        try {
            int number = Integer.parseInt(plain());
            if (node.getTag().equals(Tag.INT) && number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as every other text that is no number within the bounds.
        }
        throw wrong(
                "应当是 %d 到 %d 的整数，现在是 %s".formatted(least, most, plain()),
                "must be a whole number from %d to %d, but is %s".formatted(least, most, plain()));
    }

    /** True or false. */
    public boolean flag() {
        if (!node.getTag().equals(Tag.BOOL)) {
            throw wrong(
                    "应当是 true 或 false，现在是 " + plain(), "must be true or false, but is " + plain());
        }
        return Boolean.parseBoolean(plain());
    }

    /** A day as 2026-09-01. */
    public LocalDate day() {
        try {
            return LocalDate.parse(plain());
        } catch (DateTimeException notADay) {
            throw wrong(
                    "应当是日期，例如 2026-09-01，现在是 " + plain(),
                    "must be a day such as 2026-09-01, but is " + plain());
        }
    }

    /** A text in both languages: {@code {zh: …, en: …}}. */
    public Words words() {
        only("zh", "en");
        return new Words(at("zh").text(), at("en").text());
    }

    /** As it is written; nothing where it is more than a single value. */
    private String plain() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The refusal that names file, line and field. */
    public DataFault wrong(String zh, String en) {
        return wrongAt(1, zh, en);
    }

    /** The same for something on a later line of this field's text, counted from 1. */
    public DataFault wrongAt(int line, String zh, String en) {
        boolean below =
                node instanceof ScalarNode scalar
                        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        int first = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new DataFault(file, first + line - 1 + (below ? 1 : 0), path, new Words(zh, en));
    }

    /** A refusal for who ships the file. */
    public DataFault wrong(String what) {
        return wrong(what, what);
    }

    private DataFile child(String name, Node value) {
        return new DataFile(file, path.isEmpty() ? name : path + "." + name, value);
    }
}
