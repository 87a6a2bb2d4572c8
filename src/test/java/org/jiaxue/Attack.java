package org.jiaxue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that no honest caller sends.
 *
 * @param name what is wrong with it
 * @param fits the routes it is tried at
 * @param method what it is sent by; the route's own when null
 * @param last what stands in the path instead of its last variable; the town's own when null
 * @param query added to the path, encoded already
 * @param type the content type; none when null
 * @param body sent where the method is not a safe one
 */
record Attack(
        String name,
        Predicate<Route> fits,
        @Nullable String method,
        @Nullable String last,
        String query,
        @Nullable String type,
        String body) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String NOTHING = "";
    private static final int TOO_MUCH = 600 * 1024;

    /** Every field that some form, query or body of the house has. */
    private static final List<String> FIELDS =
            Stream.of(
                            "q number reason note phone code login password next name division",
                            "month year title about place organiser stage from to day starts ends",
                            "page by time measure unit letter answer document t before limit",
                            "share language size theme step agree purpose lesson played at return")
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();

    /** What is put into every field at once, percent-encoded. */
    private static final Map<String, String> VALUES = values();

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("NUL", "a%00b");
        values.put("broken UTF-8", "%ff%fe");
        values.put("half a character", "%ed%a0%80");
        values.put("emoji", "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7");
        values.put("a quote", "%27%29%3B--");
        values.put("markup", "%3Cscript%3Ealert(1)%3C/script%3E");
        values.put("a huge number", "9".repeat(60));
        values.put("minus", "-1");
        values.put("a template", "/%7Ba%7D%24%7Bb%7D");
        values.put("right-to-left and controls", "%E2%80%AE%01%1B%7F");
        return values;
    }

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        VALUES.forEach((what, value) -> {
            all.add(new Attack(what, Route::safe, null, null, fields(value), null, NOTHING));
            all.add(form(what, fields(value)));
        });
        all.addAll(paths());
        for (String method : List.of("HEAD", "OPTIONS", "TRACE", "PATCH", "FROB")) {
            all.add(new Attack(method, _ -> true, method, null, "", null, NOTHING));
        }
        all.addAll(bodies());
        all.addAll(jsons());
        return all;
    }

    private static List<Attack> paths() {
        List<Attack> all = new ArrayList<>();
        Map<String, String> paths = new LinkedHashMap<>(VALUES);
        paths.put("a way up", "..%2f..%2fapplication.yaml");
        paths.put("a long name", "x".repeat(300));
        paths.put("a semicolon", "x;y=z");
        paths.put("a backslash", "%5c");
        paths.forEach((what, value) ->
                all.add(
                        new Attack(
                                what + " in the path",
                                Route::named,
                                null,
                                value,
                                "",
                                JSON,
                                NOTHING)));
        return all;
    }

    private static List<Attack> bodies() {
        List<Attack> all = new ArrayList<>();
        all.add(form("fields without end", "a=1&".repeat(20_000)));
        all.add(form("a field too long", ("note=" + "x".repeat(TOO_MUCH))));
        for (String type :
                List.of(
                        "text/plain",
                        "application/xml",
                        "multipart/form-data",
                        "x/y",
                        "nonsense",
                        JSON)) {
            all.add(changing("a body of type " + type, type, "{}<a/>"));
        }
        all.add(changing("parts that never begin", "multipart/form-data; boundary=x", "--y\r\n"));
        all.add(changing("a body without a type", null, "a=1"));
        return all;
    }

    private static List<Attack> jsons() {
        return List.of(
                json("nothing", ""),
                json("null", "null"),
                json("a number", "1e999999999"),
                json("half an object", "{\"a\":"),
                json("deep arrays", "[".repeat(100_000)),
                json("deep objects", "{\"a\":".repeat(100_000)),
                json(
                        "two of a name",
                        "{\"lesson\":1,\"lesson\":2,\"phone\":\"1\",\"phone\":\"2\"}"),
                json("NUL in texts", object("\"a\\u0000b\"")),
                json("half a character in texts", object("\"\\ud800\"")),
                json("objects for texts", object("{\"a\":{}}")),
                json("numbers for texts", object("1e999999999")),
                json("a number of 2,000 digits", object("9".repeat(2000))),
                json(
                        "spans that are none",
                        "{\"played\":[[1e308,-1e308],[null],[],\"x\",[0.5,1]]}"),
                json("spans backwards", "{\"played\":[[9,1],[-5,3]]}"),
                json("beats that are none", "[null,1,\"x\",[],{},{\"playback\":1}]"),
                json("too much", "{\"a\":\"" + "x".repeat(TOO_MUCH) + "\"}"),
                json("UTF-16", "\0{\0}"));
    }

    private static Attack json(String what, String body) {
        return new Attack(
                what + " as JSON",
                route -> route.api() && !route.safe(),
                null,
                null,
                "",
                JSON,
                body);
    }

    private static Attack form(String what, String body) {
        return new Attack(what + " in a form", route -> !route.safe(), null, null, "", FORM, body);
    }

    private static Attack changing(String what, @Nullable String type, String body) {
        return new Attack(what, route -> !route.safe(), null, null, "", type, body);
    }

    private static String fields(String value) {
        return FIELDS.stream().map(it -> it + "=" + value).collect(Collectors.joining("&"));
    }

    private static String object(String value) {
        return FIELDS.stream()
                .map(it -> "\"" + it + "\":" + value)
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public String toString() {
        return name;
    }
}
