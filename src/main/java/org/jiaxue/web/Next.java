package org.jiaxue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a browser goes when a page is done: a path of this house and nothing else. */
public final class Next {

    private static final int LONGEST = 500;
    private static final Pattern LOCAL =
            Pattern.compile("/(?![/\\\\])[A-Za-z0-9/._~!$&'()*+,;=:@%?-]*");

    private Next() {}

    /** The path, or the other one when this is empty, too long or might lead out of the house. */
    public static String local(String path, String otherwise) {
        return path.length() <= LONGEST && LOCAL.matcher(path).matches() ? path : otherwise;
    }

    /** The path as a query's value. */
    public static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
