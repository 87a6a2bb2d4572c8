package org.jiaxue;

import java.util.Locale;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Words;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/**
 * What a command says, all in one language and before the house is open as well as after: the one
 * that is asked for, else the machine's, Chinese where that is not English.
 */
final class CommandTexts {

    private final ReloadableResourceBundleMessageSource source =
            new ReloadableResourceBundleMessageSource();
    private final Locale locale;

    private CommandTexts(Locale locale) {
        this.locale = locale;
        source.setBasenames(
                "classpath:messages/regions/messages",
                "classpath:messages/archive/messages",
                "classpath:messages/points/messages",
                "classpath:messages/identity/messages",
                "classpath:messages/nodes/messages",
                "classpath:messages/statistics/messages",
                "classpath:messages/web/messages");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
    }

    /**
     * In the language that {@code zh} or {@code en} asks for; in the machine's for an empty one.
     */
    static CommandTexts in(String language) {
        return switch (language) {
            case "" ->
                    new CommandTexts(
                            "en".equals(Locale.getDefault().getLanguage())
                                    ? Locale.ENGLISH
                                    : Locale.SIMPLIFIED_CHINESE);
            case "en" -> new CommandTexts(Locale.ENGLISH);
            case "zh" -> new CommandTexts(Locale.SIMPLIFIED_CHINESE);
            default -> throw new CannotStart(in("").say("regions.command.language", language));
        };
    }

    String say(String key, Object... args) {
        return source.getMessage(key, args, locale);
    }

    String say(Words words) {
        return words.in(locale);
    }

    String say(Problem problem) {
        return say(problem.key(), problem.args().toArray());
    }
}
