package org.jiaxue.bench;

import java.util.List;

/**
 * Pages that are asked for in turn.
 *
 * @param figure what measures them
 */
record Pages(String figure, List<Request> requests) {

    /**
     * One of them.
     *
     * @param path with its query, encoded
     * @param cookies as a browser sends them; empty for a visitor
     * @param holds what stands on the page
     * @param lacks what does not; empty where nothing is known to be missing
     */
    record Request(String path, String cookies, String holds, String lacks) {}
}
