package org.jiaxue.journeys;

import com.microsoft.playwright.Locator;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Follows every link from where it begins to every kind of page, so that a page which is new is
 * visited without being named. A kind is a path with its ids left open; of each it visits one page
 * without a query and one with a query.
 */
final class Crawl {

    private static final Pattern ID =
            Pattern.compile("(?<=/)([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}|\\d{2,})(?=/|$)");
    private static final Pattern SLUG = Pattern.compile("^/(stages|moments|columns)/[^/]+$");

    /** What answers with something that is no page. */
    private static final Pattern NO_PAGE =
            Pattern.compile(
                    "^/(api/|v3/|media/|status/|\\.well-known/).*"
                            + "|.*(sign-out|\\.(pdf|ofd|csv|xlsx|json|zip|yaml|svg|txt))$");

    private static final int MOST_PAGES = 150;

    private final Visitor visitor;
    private final Set<String> seen;

    /** seen: the kinds visited before, which are left out and added to. */
    Crawl(Visitor visitor, Set<String> seen) {
        this.visitor = visitor;
        this.seen = seen;
    }

    Crawl(Visitor visitor) {
        this(visitor, new HashSet<>());
    }

    /** Visits these and all that their links lead to; look is called on each page. */
    void from(Collection<String> starts, Predicate<String> wanted, Consumer<String> look) {
        Deque<String> ahead = new ArrayDeque<>(starts);
        int visited = 0;
        while (!ahead.isEmpty()) {
            String path = ahead.poll();
            if (NO_PAGE.matcher(path.split("\\?")[0]).matches()
                    || !wanted.test(path)
                    || !seen.add(kind(path))) {
                continue;
            }
            if (++visited > MOST_PAGES) {
                throw new AssertionError("More than " + MOST_PAGES + " kinds of page: " + seen);
            }
            visitor.go(path);
            look.accept(path);
            ahead.addAll(links());
        }
    }

    private List<String> links() {
        Locator links = visitor.page().locator("a[href^='/']:not([download])");
        Object found = links.evaluateAll("all => all.map(it => it.getAttribute('href'))");
        return ((List<?>) found)
                .stream().map(it -> it.toString().split("#")[0]).distinct().toList();
    }

    static String kind(String path) {
        String[] parts = path.split("\\?");
        String shape = ID.matcher(parts[0]).replaceAll("*");
        return SLUG.matcher(shape).replaceAll("/$1/*") + (parts.length > 1 ? "?" : "");
    }
}
