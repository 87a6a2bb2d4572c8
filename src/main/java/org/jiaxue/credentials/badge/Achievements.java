package org.jiaxue.credentials.badge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.UUID;
import org.jiaxue.credentials.CredentialKind;
import org.jiaxue.credentials.issuer.Signer;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.licences.LevelReached;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words what was reached, in both languages, as it will stand in the credential. */
@Component
public class Achievements {

    private final TextsFinder texts;
    private final Signer signer;

    Achievements(TextsFinder texts, Signer signer) {
        this.texts = texts;
        this.signer = signer;
    }

    public Award of(LevelReached reached) {
        LevelReached.@Nullable Within within = reached.within();
        return within == null ? star(reached) : period(reached, within);
    }

    private Award star(LevelReached reached) {
        String cause = "level:" + reached.scheme() + ":" + reached.layer() + ":" + reached.level();
        Words number = version(reached);
        Words[] parts = {reached.schemeName(), reached.layerName(), reached.levelName(), number};
        return award(reached, cause, CredentialKind.LEVEL, "credentials.badge.level", parts);
    }

    /** Its cause names the period too, since a level is reached in each anew. */
    private Award period(LevelReached reached, LevelReached.Within within) {
        String cause =
                String.join(
                        ":",
                        "level",
                        reached.scheme(),
                        reached.layer(),
                        within.period(),
                        Integer.toString(within.levels()),
                        Integer.toString(reached.level()));
        Words[] parts = {
            reached.schemeName(),
            reached.layerName(),
            reached.levelName(),
            version(reached),
            within.periodName()
        };
        boolean one = within.layers() == 1 && within.levels() == 1;
        String key = one ? "credentials.badge.period.one" : "credentials.badge.period";
        return award(reached, cause, CredentialKind.PERIOD, key, parts);
    }

    private Award award(
            LevelReached reached, String cause, CredentialKind kind, String key, Words[] parts) {
        String version = Integer.toString(reached.version());
        String id = signer.issuer().did() + ":" + cause + ":" + version;
        Achievement achievement =
                new Achievement(
                        kind,
                        "urn:uuid:" + UUID.nameUUIDFromBytes(id.getBytes(UTF_8)),
                        version,
                        say(key + ".name", parts),
                        say(key + ".description", parts),
                        say(key + ".criteria", parts));
        return new Award(reached.guardian(), cause, achievement, reached.division(), reached.at());
    }

    private static Words version(LevelReached reached) {
        String version = Integer.toString(reached.version());
        return new Words(version, version);
    }

    public Award of(CourseCompleted completed) {
        Achievement achievement =
                new Achievement(
                        CredentialKind.COURSE,
                        signer.issuer().base() + "/courses/" + completed.course(),
                        "1",
                        say("credentials.badge.course.name", completed.title()),
                        say("credentials.badge.course.description", completed.title()),
                        say("credentials.badge.course.criteria", completed.title()));
        return new Award(
                completed.guardian(),
                "course:" + completed.course(),
                achievement,
                completed.division(),
                completed.at());
    }

    private Words say(String key, Words... parts) {
        return new Words(
                sayIn(Locale.SIMPLIFIED_CHINESE, key, parts), sayIn(Locale.ENGLISH, key, parts));
    }

    private String sayIn(Locale locale, String key, Words... parts) {
        Object[] args = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            args[i] = parts[i].in(locale);
        }
        return texts.of(locale).say(key, args);
    }
}
