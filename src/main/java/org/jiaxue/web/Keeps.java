package org.jiaxue.web;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one schema, each with what it says of whom. Written down table by table:
 *
 * <pre>{@code
 * Keeps.in("learning")
 *         .table("reflection")
 *         .guardian("guardian_id")
 *         .told("answer")
 *         .derived("lesson_id")
 *         .table("topic")
 *         .nobody("a list that we ship", "slug", "name");
 * }</pre>
 *
 * What is personal goes when its guardian erases the account, unless {@link #staying} says why not.
 */
public final class Keeps {

    /** What a column says of whom. */
    public enum Kind {
        /** Leads to a guardian: their id, or a hash of what only they have. */
        GUARDIAN,
        /** Told by the guardian and kept sealed. */
        SEALED,
        /** Told by the guardian and readable in the database. */
        TOLD,
        /** Made of what the guardian did. */
        DERIVED,
        /** A member of staff's, by their work. */
        STAFF,
        /** Nobody's. */
        NOBODY;

        /** Whether it is a guardian's. */
        public boolean guardians() {
            return switch (this) {
                case GUARDIAN, SEALED, TOLD, DERIVED -> true;
                case STAFF, NOBODY -> false;
            };
        }
    }

    /**
     * A column.
     *
     * @param why for nobody's, why it is nobody's; for a personal one that stays after an erasure,
     *     why it does; empty for one that goes
     * @param untold why the archive does not tell what stands in a personal one; empty where it
     *     does
     */
    public record Column(String table, String name, Kind kind, String why, String untold) {}

    private final String schema;
    private final List<Column> columns = new ArrayList<>();
    private String table = "";

    private Keeps(String schema) {
        this.schema = schema;
    }

    /** Begins the list of a schema; a room's schema is called as the room is. */
    public static Keeps in(String schema) {
        return new Keeps(schema);
    }

    /** The columns named from here on are this table's, or this view's. */
    public Keeps table(String name) {
        this.table = name;
        return this;
    }

    /** Columns that lead to a guardian: their id, or a hash of what only they have. */
    public Keeps guardian(String... names) {
        return add(Kind.GUARDIAN, "", names);
    }

    /** Columns that a guardian filled in and that are sealed. */
    public Keeps sealed(String... names) {
        return add(Kind.SEALED, "", names);
    }

    /** Columns that a guardian filled in. */
    public Keeps told(String... names) {
        return add(Kind.TOLD, "", names);
    }

    /** Columns made of what a guardian did; their rows are the guardian's. */
    public Keeps derived(String... names) {
        return add(Kind.DERIVED, "", names);
    }

    /** Personal columns of this kind that an erasure leaves, and why it does. */
    public Keeps staying(Kind kind, String why, String... names) {
        return add(kind, said(why), names);
    }

    /**
     * Columns of this table, declared before, whose content the archive does not tell as it stands,
     * and why: what leads to a guardian need not be named, since it is they who ask.
     */
    public Keeps untold(String why, String... names) {
        for (String name : names) {
            columns.replaceAll(it -> is(it, name) ? untold(it, said(why)) : it);
            if (columns.stream().noneMatch(it -> is(it, name) && it.kind().guardians())) {
                throw new IllegalArgumentException(table + "." + name + " is not personal");
            }
        }
        return this;
    }

    private boolean is(Column column, String name) {
        return column.table().equals(table) && column.name().equals(name);
    }

    private static Column untold(Column it, String why) {
        return new Column(it.table(), it.name(), it.kind(), it.why(), why);
    }

    /** Columns of a member of staff, and what they are there for. */
    public Keeps staff(String why, String... names) {
        return add(Kind.STAFF, said(why), names);
    }

    /** Columns that say nothing of anybody, and why. */
    public Keeps nobody(String why, String... names) {
        return add(Kind.NOBODY, said(why), names);
    }

    public String schema() {
        return schema;
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    private Keeps add(Kind kind, String why, String... names) {
        if (table.isEmpty()) {
            throw new IllegalStateException("Name the table first");
        }
        for (String name : names) {
            columns.add(new Column(table, name, kind, why, ""));
        }
        return this;
    }

    private static String said(String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        return why;
    }
}
