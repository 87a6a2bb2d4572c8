package org.jiaxue.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, for one class. Each visitor gets cookies and storage of their own. */
final class Browsers implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--lang=zh-CN",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--autoplay-policy=no-user-gesture-required");
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int NARROW_WIDTH = 320;
    private static final int DESK_WIDTH = 1440;
    private static final int SMALL_DESK_WIDTH = 1280;
    private static final int DESK_HEIGHT = 900;
    private static final int WAIT_MS = 30_000;

    private final House house;
    private final Playwright playwright;
    private final Browser browser;

    private Browsers(House house, Playwright playwright, Browser browser) {
        this.house = house;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers open(House house) {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new AssertionError("install Chromium (Debian: apt-get install chromium)");
        }
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setHeadless(true)
                                        .setArgs(FLAGS));
        return new Browsers(house, playwright, browser);
    }

    House house() {
        return house;
    }

    /** A parent's phone, 390 px wide. */
    Visitor phone() {
        return visitor(handheld(PHONE_WIDTH));
    }

    /** The narrowest phone on which every page must hold. */
    Visitor narrowPhone() {
        return visitor(handheld(NARROW_WIDTH));
    }

    /** A phone whose browser runs no script. */
    Visitor phoneWithoutScript() {
        return visitor(handheld(PHONE_WIDTH).setJavaScriptEnabled(false));
    }

    /** An office computer, 1440 px wide. */
    Visitor desk() {
        return visitor(
                new Browser.NewContextOptions()
                        .setViewportSize(DESK_WIDTH, DESK_HEIGHT)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai"));
    }

    private static Browser.NewContextOptions handheld(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, PHONE_HEIGHT)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai");
    }

    /** A smaller office computer, 1280 px wide. */
    Visitor smallDesk() {
        Visitor visitor = desk();
        visitor.page().setViewportSize(SMALL_DESK_WIDTH, DESK_HEIGHT);
        return visitor;
    }

    private Visitor visitor(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(WAIT_MS);
        context.setDefaultNavigationTimeout(WAIT_MS);
        return new Visitor(house, context);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
