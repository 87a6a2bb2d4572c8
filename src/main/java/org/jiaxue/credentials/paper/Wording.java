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
        boolean star = claims.kind() == CredentialKind.LEVEL;
        int levels = Math.max(BAYS, statement.level());
        int lit = star ? statement.level() : levels;
        LocalDate day = times.dayOf(claims.issuedAt());
        String holder = statement.holder();
        Words lead = both("credentials.paper." + (holder == null ? "nameless" : "lead"));
        return new Sheet(
                claims.kind(),
                star ? title(claims) : both("credentials.paper.course"),
                lead,
                holder,
                List.of(body(claims, lit, levels).split("\\|")),
                bodyEnglish(claims, lit, levels),
                detail(claims),
                lit,
                levels,
                claims.issuer(),
                day,
                new Words(Numerals.of(day), english.day(day)),
                chinese.say("credentials.paper.picture", Numerals.of(levels), Numerals.of(lit)),
                chinese.say("credentials.paper.code", address(claims)),
                both("credentials.paper.scan"),
                both("credentials.paper.compare" + (holder == null ? ".number" : "")),
                claims.id().grouped(),
                address(claims),
                notes(chinese),
                notes(english));
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

    private String body(Claims claims, int lit, int levels) {
        return claims.kind() == CredentialKind.LEVEL
                ? chinese.say(
                        "credentials.paper.level.body",
                        layer(detail(claims).zh()),
                        Numerals.of(levels),
                        Numerals.of(lit))
                : chinese.say("credentials.paper.course.body", claims.name().zh());
    }

    private String bodyEnglish(Claims claims, int lit, int levels) {
        return claims.kind() == CredentialKind.LEVEL
                ? english.say(
                        "credentials.paper.level.body", layer(detail(claims).en()), levels, lit)
                : english.say("credentials.paper.course.body", claims.name().en());
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
