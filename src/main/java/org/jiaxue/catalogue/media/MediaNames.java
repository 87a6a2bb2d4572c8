package org.jiaxue.catalogue.media;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a stored file may be called, and what its ending says of its type. */
final class MediaNames {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][a-z0-9-]{0,79}(\\.[a-z]{2})?\\.[a-z0-9]{2,4}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Map<String, String> TYPES =
            Map.of(
                    "mp4", "video/mp4",
                    "webm", "video/webm",
                    "m4a", "audio/mp4",
                    "mp3", "audio/mpeg",
                    "vtt", "text/vtt;charset=utf-8",
                    "jpg", "image/jpeg",
                    "png", "image/png");

    private MediaNames() {}

    static Optional<String> type(String name) {
        return NAME.matcher(name).matches()
                ? Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                : Optional.empty();
    }

    static boolean hash(String text) {
        return HASH.matcher(text).matches();
    }
}
