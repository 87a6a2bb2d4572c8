package org.jiaxue.database.distribution;

/** Where on a cluster the rows of a table lie. */
sealed interface Where {

    /** Spread over the nodes by a column; tables of one column lie together. */
    record By(String column) implements Where {}

    /** A whole copy on each node. */
    record Everywhere() implements Where {}

    /** On the coordinator alone, as on any PostgreSQL. */
    record Coordinator() implements Where {}

    /** Takes {@code everywhere}, {@code coordinator} or the name of a column. */
    static Where named(String name) {
        return switch (name) {
            case "everywhere" -> new Everywhere();
            case "coordinator" -> new Coordinator();
            default -> new By(name);
        };
    }
}
