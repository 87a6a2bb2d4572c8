package org.jiaxue.credentials.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jiaxue.credentials.Claims;
import org.jiaxue.credentials.CredentialKind;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.credentials.Statement;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Texts;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;

/**
 * Finds the words of a sheet. Chinese leads and English stands under it, so one statement has one
 * sheet, whoever opens it. What the statement does not say the sheet does not say either.
 */
@Component
class Wording {

    /** Windows of the house where no more are needed: the levels of a stage as they ship. */
    private static final int BAYS = 5;

    private final Texts chinese;
    private final Texts english;
    private final Credentials credentials;
    private final Times times;
    private final boolean sample;

    Wording(TextsFinder texts, Credentials credentials, Times times, Settings settings) {
        this.chinese = texts.of(Locale.SIMPLIFIED_CHINESE);
        this.english = texts.of(Locale.ENGLISH);
        this.credentials = credentials;
        this.times = times;
        this.sample = settings.demo();
    }

    Sheet of(Statement statement) {
        Claims claims = statement.claims();
        Windows windows = windows(statement);
        LocalDate day = times.dayOf(claims.issuedAt());
        String holder = statement.holder();
        Words lead = both("credentials.paper." + (holder == null ? "nameless" : "lead"));
        return new Sheet(
                claims.kind(),
                claims.kind() == CredentialKind.COURSE
                        ? both("credentials.paper.course")
                        : title(claims),
                lead,
                holder,
                List.of(body(chinese, claims, windows, true).split("\\|")),
                body(english, claims, windows, false),
                windows.several() ? detail(claims) : new Words("", ""),
                windows.lit(),
                windows.all(),
                claims.issuer(),
                day,
                new Words(Numerals.of(day), english.day(day)),
                chinese.say(
                        "credentials.paper.picture",
                        Numerals.of(windows.all()),
                        Numerals.of(windows.lit())),
                chinese.say("credentials.paper.code", address(claims)),
                both("credentials.paper.scan"),
                both("credentials.paper.compare" + (holder == null ? ".number" : "")),
                claims.id().grouped(),
                address(claims),
                notes(chinese),
                notes(english));
    }

    /**
     * The windows of the house.
     *
     * @param several whether there are levels, so that some may be dark
     */
    private record Windows(int lit, int all, boolean several) {}

    private static Windows windows(Statement statement) {
        return switch (statement.claims().kind()) {
            case LEVEL -> new Windows(statement.level(), Math.max(BAYS, statement.level()), true);
            case PERIOD ->
                    statement.levels() > 1
                            ? new Windows(statement.level(), statement.levels(), true)
                            : new Windows(BAYS, BAYS, false);
            case COURSE -> new Windows(BAYS, BAYS, false);
        };
    }

    private String address(Claims claims) {
        return credentials.address() + "/credentials/" + claims.id();
    }

    private static Words title(Claims claims) {
        return new Words(claims.title(Locale.SIMPLIFIED_CHINESE), claims.title(Locale.ENGLISH));
    }

    private static Words detail(Claims claims) {
        return new Words(
                Objects.requireNonNullElse(claims.detail(Locale.SIMPLIFIED_CHINESE), ""),
                Objects.requireNonNullElse(claims.detail(Locale.ENGLISH), ""));
    }

    private static String body(Texts texts, Claims claims, Windows windows, boolean numerals) {
        String name = numerals ? claims.name().zh() : claims.name().en();
        String detail = numerals ? detail(claims).zh() : detail(claims).en();
        return switch (claims.kind()) {
            case LEVEL ->
                    texts.say(
                            "credentials.paper.level.body",
                            layer(detail),
                            numerals ? Numerals.of(windows.all()) : windows.all(),
                            numerals ? Numerals.of(windows.lit()) : windows.lit());
            case PERIOD -> period(texts, detail.split(" · "));
            case COURSE -> texts.say("credentials.paper.course.body", name);
        };
    }

    /** A layer, a level and the period, or the period alone. */
    private static String period(Texts texts, String[] parts) {
        String period = parts[parts.length - 1];
        return parts.length < 3
                ? texts.say("credentials.paper.period.one.body", period)
                : texts.say("credentials.paper.period.body", period, parts[0], parts[1]);
    }

    /** What stands before the level's name. */
    private static String layer(String detail) {
        int dot = detail.indexOf(" · ");
        return dot < 0 ? detail : detail.substring(0, dot);
    }

    private List<String> notes(Texts texts) {
        String notes = texts.say("credentials.paper.notes");
        String all = sample ? notes + "|" + texts.say("credentials.paper.sample") : notes;
        return List.of(all.split("\\|"));
    }

    private Words both(String key) {
        return new Words(chinese.say(key), english.say(key));
    }
}
