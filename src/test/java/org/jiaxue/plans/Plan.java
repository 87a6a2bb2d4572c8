package org.jiaxue.plans;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the server carried a statement out. Tables and indexes bear their schema's name; of what lies
 * in parts they are the parts.
 *
 * @param statement in one line; of what a function does by itself, what it does to which table
 * @param indexes those by which rows were found, or found to be there already
 * @param wholes the tables that were read from end to end
 * @param steps the kinds of what was done
 */
record Plan(String statement, Set<String> indexes, Set<String> wholes, Set<String> steps) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads what {@code auto_explain} tells. */
    static Plan read(String json) {
        JsonNode told = JSON.readTree(json);
        JsonNode root = told.path("Plan");
        String text = told.path("Query Text").asString("").strip().replaceAll("\\s+", " ");
        Plan plan =
                new Plan(
                        text.isEmpty() ? inside(root) : text,
                        new TreeSet<>(),
                        new TreeSet<>(),
                        new TreeSet<>());
        plan.walk(root, "");
        return plan;
    }

    /** What was done inside of a function, whose statements the server does not name. */
    private static String inside(JsonNode root) {
        return "in a function: %s %s.%s"
                .formatted(
                        root.path("Operation").asString("Select"),
                        root.path("Schema").asString(""),
                        root.path("Relation Name").asString(""));
    }

    private void walk(JsonNode node, String outer) {
        String schema = node.path("Schema").asString(outer);
        String step = node.path("Node Type").asString("");
        steps.add(step);
        if (step.equals("Seq Scan")) {
            wholes.add(schema + "." + node.path("Relation Name").asString(""));
        }
        if (node.has("Index Name")) {
            indexes.add(schema + "." + node.path("Index Name").asString(""));
        }
        node.path("Conflict Arbiter Indexes")
                .forEach(it -> indexes.add(schema + "." + it.asString("")));
        node.path("Plans").forEach(it -> walk(it, schema));
    }
}
