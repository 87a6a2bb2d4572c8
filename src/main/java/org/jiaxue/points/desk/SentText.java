package org.jiaxue.points.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jiaxue.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as it was sent: from a box, or uploaded, which goes before.
 *
 * @param wrong what is wrong with all of it, in the reader's words; empty for nothing
 */
record SentText(String text, String wrong) {

    /** The most bytes of a file; its characters are counted when it is read. */
    private static final int MOST_BYTES = 600_000;

    static SentText of(Frame frame, Map<String, String> fields, @Nullable MultipartFile file)
            throws IOException {
        String text = fields.getOrDefault("text", "").replace("\r\n", "\n");
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > MOST_BYTES) {
                return new SentText("", frame.say("points.desk.file-long", MOST_BYTES / 1000));
            }
            try {
                text = decoded(file.getBytes());
            } catch (CharacterCodingException notText) {
                return new SentText("", frame.say("points.desk.file-not-text"));
            }
        }
        return new SentText(text, text.isBlank() ? frame.say("points.desk.text-missing") : "");
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }
}
