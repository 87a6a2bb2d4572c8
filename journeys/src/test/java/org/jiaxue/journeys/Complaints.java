package org.jiaxue.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the pages of one browser complained of: errors of scripts, broken policies, lost files. */
final class Complaints {

    private static final String TELL =
            "document.addEventListener('securitypolicyviolation', (event) => console.error("
                    + "`policy: ${event.violatedDirective} ${event.blockedURI}`));";

    private final List<String> all = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> expected = new HashSet<>();

    private Complaints() {}

    static Complaints of(BrowserContext context) {
        Complaints complaints = new Complaints();
        context.addInitScript(TELL);
        context.onConsoleMessage(complaints::said);
        context.onWebError(error -> complaints.all.add(error.page().url() + ": " + error.error()));
        context.onResponse(complaints::answered);
        return complaints;
    }

    /** A request that a script makes may fail in this way, named as the browser names it. */
    void expect(String failure) {
        expected.add(failure);
    }

    /** A page that answers with a refusal is no complaint; a file that it misses is one. */
    private void answered(Response response) {
        if (response.status() >= 400 && response.request().isNavigationRequest()) {
            refused.add(response.url());
        }
    }

    private void said(ConsoleMessage message) {
        boolean refusal =
                expected.stream().anyMatch(message.text()::contains)
                        || (message.text().startsWith("Failed to load resource")
                                && refused.contains(message.location().split(":\\d+:\\d+$")[0]));
        if (message.type().equals("error") && !refusal) {
            String where = message.page() == null ? "" : message.page().url();
            all.add(where + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
