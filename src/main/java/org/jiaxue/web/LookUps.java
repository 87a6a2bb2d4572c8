package org.jiaxue.web;

import java.util.List;
import java.util.function.Function;

/**
 * Looks up together what is asked for at the same time: while one question is put to the database
 * the next gather, so nobody waits on purpose, a quiet house is asked as before, and a busy one
 * asks a fraction as often. A look-up has no part in its caller's transaction and sees what is
 * committed.
 */
public final class LookUps<Q, A> implements AutoCloseable {

    private static final GroupWait WAIT = new GroupWait("web.problem.away");

    private final Grouped<Q, A> groups;

    /**
     * Starts the lanes.
     *
     * @param find answers at most {@link Grouped#MOST_A_GROUP} questions in their order, or throws
     */
    public LookUps(String name, Function<List<Q>, List<A>> find) {
        this.groups = new Grouped<>(name, Grouped.LANES, find);
    }

    /** The answer; refuses with 503 where it does not come in {@link GroupWait#LONGEST}. */
    public A of(Q question) {
        return WAIT.forAnswer(groups.offer(question, question).orElseThrow(WAIT::refusal));
    }

    @Override
    public void close() {
        groups.close();
    }
}
