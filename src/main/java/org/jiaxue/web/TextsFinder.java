package org.jiaxue.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Chooses the reader's language: their own choice, else the browser's, else Chinese. */
@Component
public class TextsFinder {

    /** The cookie of a reader's own choice: a language tag. */
    public static final String LANGUAGE_COOKIE = "language";

    /** The headers by which the language is chosen, as caches are told. */
    public static final String VARY = "Accept-Language, Cookie";

    private final MessageSource source;
    private final Settings settings;
    private final Map<Locale, Map<String, String>> plain =
            Map.of(
                    Locale.ENGLISH, new ConcurrentHashMap<>(),
                    Locale.SIMPLIFIED_CHINESE, new ConcurrentHashMap<>());

    TextsFinder(MessageSource source, Settings settings) {
        this.source = source;
        this.settings = settings;
    }

    public Texts of(Locale locale) {
        Locale ours = english(locale) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        return new Texts(source, ours, zone(), Objects.requireNonNull(plain.get(ours)));
    }

    public Texts of(HttpServletRequest request) {
        return of(localeOf(request));
    }

    private static Locale localeOf(HttpServletRequest request) {
        @Nullable Cookie chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE);
        if (chosen != null) {
            return Locale.forLanguageTag(chosen.getValue());
        }
        return request.getHeader("Accept-Language") == null
                ? Locale.SIMPLIFIED_CHINESE
                : request.getLocale();
    }

    private static boolean english(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private ZoneId zone() {
        return settings.zone();
    }
}
