package org.jiaxue.web;

import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says to every node, this one too, that something changed which they may remember. Said inside a
 * transaction it is heard once that is committed, and never if it is not; whoever hears it is a
 * {@link Remembered}.
 */
@Component
public class Changes {

    /** What nodes listen to. */
    public static final String CHANNEL = "jiaxue";

    /** PostgreSQL passes on fewer than 8,000 bytes. */
    private static final int LONGEST = 200;

    private static final Pattern TOPIC = Pattern.compile("[a-z]+(\\.[a-z]+)+");

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Says that something changed.
     *
     * @param topic that of the {@link Remembered}
     * @param what which of it, at most 200 characters and no secret, since every role of the
     *     database may listen; empty for all of it
     */
    public void tell(String topic, String what) {
        if (!TOPIC.matcher(topic).matches() || what.length() > LONGEST) {
            throw new IllegalArgumentException("a topic and at most " + LONGEST + " characters");
        }
        jdbc.sql("select pg_notify(:channel, :change)")
                .param("channel", CHANNEL)
                .param("change", topic + " " + what)
                .query((_, _) -> true)
                .single();
    }
}
