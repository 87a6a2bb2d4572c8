package org.jiaxue.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;

/**
 * One person with one browser. Closing it holds the whole visit to this: no page complained of an
 * error in a script or of anything against its content security policy.
 */
final class Visitor implements AutoCloseable {

    private static final Path PICTURES =
            Path.of("..", "target", "screenshots").toAbsolutePath().normalize();

    private static final int PHONE_WIDTH = 390;
    private static final Object SIGNING_IN = new Object();

    private final House house;
    private final BrowserContext context;
    private final Complaints complaints;
    private final Page page;
    private int loaded;

    Visitor(House house, BrowserContext context) {
        this.house = house;
        this.context = context;
        this.complaints = Complaints.of(context);
        this.page = context.newPage();
        page.onLoad(_ -> loaded++);
    }

    Page page() {
        return page;
    }

    House house() {
        return house;
    }

    /** Goes to a path and answers the status. */
    int go(String path) {
        Response response = page.navigate(house.at(path));
        return response == null ? 0 : response.status();
    }

    /** Presses this and awaits the page that it leads to. */
    void press(Locator one) {
        int before = loaded;
        one.click();
        page.waitForCondition(() -> loaded > before);
    }

    /** Presses the button of the only form that is sent to this path. */
    void send(String action) {
        press(page.locator("form[action='" + action + "'] button").first());
    }

    Locator main() {
        return page.locator("main");
    }

    String path() {
        return page.url().substring(house.at("").length());
    }

    /** Cuts this browser off from the network, or connects it again. */
    void offline(boolean cut) {
        complaints.expect("ERR_INTERNET_DISCONNECTED");
        complaints.expect("htmx:");
        context.setOffline(cut);
    }

    /** Where a script is told that it cannot be, because another device plays, is no complaint. */
    void mayBePlayingElsewhere() {
        complaints.expect("409");
    }

    /**
     * Signs a guardian in by the code that the demonstration shows on its page: one after the
     * other, since the next code of a number makes the one before it worthless.
     */
    void signIn(String phone) {
        synchronized (SIGNING_IN) {
            go("/sign-in");
            page.fill("#phone", phone);
            send("/sign-in/codes");
            typeShownCode();
        }
    }

    void typeShownCode() {
        page.fill("#code", page.locator("[data-code]").getAttribute("data-code"));
        send("/sign-in");
    }

    /** Signs a member of staff in. */
    void signInAs(House.Account staff) {
        go("/console/sign-in");
        page.fill("#login", staff.signIn());
        page.fill("#password", staff.secret());
        send("/console/sign-in");
        assertThat(path()).isEqualTo("/console");
    }

    /**
     * Takes the whole page's picture in the language that it is in. The window grows for it, so
     * that what is fixed to its foot stands at the page's foot.
     */
    void picture(String name) {
        String language = page.locator("html").getAttribute("lang").startsWith("en") ? "en" : "zh";
        ViewportSize window = page.viewportSize();
        page.setViewportSize(window.width, Math.max(window.height, height()));
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "." + language + ".png")));
        page.setViewportSize(window.width, window.height);
    }

    private int height() {
        return ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
    }

    /** Takes the pictures at an office computer and on a phone; the page can be asked again. */
    void picturesEverywhere(String name) {
        pictures(name);
        onPhone(() -> pictures(name + "-phone"));
    }

    /** Does something and takes the pictures of what it led to, in both languages and widths. */
    void picturesEverywhere(String name, Runnable act) {
        pictures(name, act);
        onPhone(() -> pictures(name + "-phone", act));
    }

    private void onPhone(Runnable taken) {
        ViewportSize window = page.viewportSize();
        page.setViewportSize(PHONE_WIDTH, window.height);
        taken.run();
        page.setViewportSize(window.width, window.height);
    }

    /** Takes the page's picture in both languages; the page must be one that can be asked again. */
    void pictures(String name) {
        picture(name);
        speak("en");
        page.reload();
        picture(name);
        speak("zh-CN");
        page.reload();
    }

    /** Does something and takes the picture of what it led to, in one language and in the other. */
    void pictures(String name, Runnable act) {
        speak("en");
        act.run();
        picture(name);
        speak("zh-CN");
        act.run();
        picture(name);
    }

    void speak(String language) {
        prefer("language", language);
    }

    /** Chooses type size, theme or language as the preferences' page does; empty means none. */
    void prefer(String name, String value) {
        if (value.isEmpty()) {
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(name));
        } else {
            context.addCookies(List.of(new Cookie(name, value).setUrl(house.at("/"))));
        }
    }

    /** Where the links on this page lead that a selector finds, without repeats. */
    List<String> links(String selector, int most) {
        return page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .limit(most)
                .toList();
    }

    /** How many pixels the page is wider than the window. */
    int overflow() {
        return ((Number)
                        page.evaluate(
                                "() => document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Waits until a page has complained of something with these words in it. */
    void awaitComplaint(String words) {
        page.waitForCondition(() -> complaints.all().stream().anyMatch(it -> it.contains(words)));
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints.all()).as("what pages complained of").isEmpty();
    }
}
