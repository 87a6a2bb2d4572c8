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
        String cause = "level:" + reached.scheme() + ":" + reached.layer() + ":" + reached.level();
        String version = Integer.toString(reached.version());
        String id = signer.issuer().did() + ":" + cause + ":" + version;
        Words number = new Words(version, version);
        Words[] parts = {reached.schemeName(), reached.layerName(), reached.levelName(), number};
        Achievement achievement =
                new Achievement(
                        CredentialKind.LEVEL,
                        "urn:uuid:" + UUID.nameUUIDFromBytes(id.getBytes(UTF_8)),
                        version,
                        say("credentials.badge.level.name", parts),
                        say("credentials.badge.level.description", parts),
                        say("credentials.badge.level.criteria", parts));
        return new Award(reached.guardian(), cause, achievement, reached.division(), reached.at());
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
