package org.jiaxue.catalogue.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of bytes, both ends inclusive.
 *
 * @param first from 0
 * @param last at least {@code first}
 */
record Span(long first, long last) {

    /** More than so many in one request is answered with the whole. */
    static final int MOST = 8;

    private static final Pattern SET =
            Pattern.compile("(?i)bytes\\s*=\\s*([0-9]*-[0-9]*(\\s*,\\s*[0-9]*-[0-9]*)*)\\s*");
    private static final Pattern ONE = Pattern.compile("([0-9]{0,18})-([0-9]{0,18})");

    long length() {
        return last - first + 1;
    }

    /**
     * Reads a Range header (RFC 9110, section 14.2).
     *
     * @return empty if it is not to be heeded: another unit, malformed, too many or overlapping; an
     *     empty list if none of it can be satisfied
     */
    static Optional<List<Span>> of(String header, long size) {
        Matcher set = SET.matcher(header);
        if (!set.matches()) {
            return Optional.empty();
        }
        String[] specs = set.group(1).split(",");
        if (specs.length > MOST) {
            return Optional.empty();
        }
        List<Span> spans = new ArrayList<>();
        for (String spec : specs) {
            Matcher one = ONE.matcher(spec.strip());
            if (!one.matches() || "-".equals(one.group()) || backwards(one)) {
                return Optional.empty();
            }
            satisfied(one.group(1), one.group(2), size).ifPresent(spans::add);
        }
        return overlapping(spans) ? Optional.empty() : Optional.of(spans);
    }

    private static boolean backwards(Matcher one) {
        return !one.group(1).isEmpty()
                && !one.group(2).isEmpty()
                && Long.parseLong(one.group(1)) > Long.parseLong(one.group(2));
    }

    private static Optional<Span> satisfied(String first, String last, long size) {
        if (first.isEmpty()) {
            long suffix = Long.parseLong(last);
            return suffix == 0 || size == 0
                    ? Optional.empty()
                    : Optional.of(new Span(Math.max(0, size - suffix), size - 1));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        return from >= size ? Optional.empty() : Optional.of(new Span(from, to));
    }

    private static boolean overlapping(List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (spans.get(i).first <= spans.get(j).last
                        && spans.get(j).first <= spans.get(i).last) {
                    return true;
                }
            }
        }
        return false;
    }
}
