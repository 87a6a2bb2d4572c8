package org.jiaxue.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The texts in one reader's language. A missing key is a bug and throws. */
public final class Texts {

    private final MessageSource source;
    private final Locale locale;
    private final ZoneId zone;
    private final Map<String, String> plain;

    /**
     * Texts of one language.
     *
     * @param plain those without arguments that were said before
     */
    Texts(MessageSource source, Locale locale, ZoneId zone, Map<String, String> plain) {
        this.source = source;
        this.locale = locale;
        this.zone = zone;
        this.plain = plain;
    }

    public Locale locale() {
        return locale;
    }

    public boolean english() {
        return "en".equals(locale.getLanguage());
    }

    /** The value for an {@code html lang} attribute. */
    public String tag() {
        return english() ? "en" : "zh-CN";
    }

    /**
     * The {@code lang} of a name or a question that somebody wrote, which is never translated: null
     * where it is in letters that the page around it is in.
     */
    public @Nullable String tongue(String written) {
        boolean han = written.codePoints().anyMatch(Character::isIdeographic);
        return english() && han ? "zh-CN" : null;
    }

    /**
     * The {@code lang} of a title that may be in the other language: null where it is in the page's
     * own.
     */
    public @Nullable String tongueOf(String title) {
        boolean han = title.codePoints().anyMatch(Character::isIdeographic);
        return han == english() ? (han ? "zh-CN" : "en") : null;
    }

    /** The message under this key, its arguments filled in. */
    public String say(String key, Object... args) {
        if (args.length > 0) {
            return source.getMessage(key, args, locale);
        }
        String known = plain.get(key);
        return known != null
                ? known
                : plain.computeIfAbsent(key, it -> source.getMessage(it, args, locale));
    }

    /** What was wrong and what to do. */
    public String say(Problem problem) {
        return say(problem.key(), problem.args().toArray());
    }

    /** Content in the reader's language. */
    public String say(Words words) {
        return words.in(locale);
    }

    /** A whole number as the reader writes it, whatever machine serves it: {@code 12,345}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("web.format.day"), locale).format(day);
    }

    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    /** The day with its year and the minute, for what is kept or printed. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern(say("web.format.moment"), locale)
                .format(instant.atZone(zone));
    }

    public String minute(Instant instant) {
        return DateTimeFormatter.ofPattern(say("web.format.minute"), locale)
                .format(instant.atZone(zone));
    }
}
