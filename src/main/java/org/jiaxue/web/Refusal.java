package org.jiaxue.web;

/** Carries a problem from a page or an API to its answer; no stack, it is not a fault. */
public final class Refusal extends RuntimeException {

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
