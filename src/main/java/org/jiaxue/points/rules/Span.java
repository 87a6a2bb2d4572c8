package org.jiaxue.points.rules;

/** From a least to a most number of points, both included. */
public record Span(int least, int most) {

    int nearest(int points) {
        return Math.clamp(points, least, most);
    }

    boolean holds(Span other) {
        return least <= other.least && other.most <= most;
    }

    @Override
    public String toString() {
        return least + "–" + most;
    }
}
