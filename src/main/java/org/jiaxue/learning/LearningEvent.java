package org.jiaxue.learning;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A verified fact about a guardian's learning. Told twice it is kept once: the key is guardian,
 * kind and cause.
 *
 * @param cause what was learned: the lesson, course or session
 * @param occurredAt when the fact became true; caps go by this, not by arrival
 * @param division the guardian's division code at that time
 * @param setting for whom and where it was learned, as far as that is known
 */
public record LearningEvent(
        UUID id,
        GuardianId guardian,
        EventKind kind,
        UUID cause,
        Instant occurredAt,
        Subject subject,
        String division,
        Setting setting) {

    /** An event of which it is not known for whom and where. */
    public LearningEvent(
            UUID id,
            GuardianId guardian,
            EventKind kind,
            UUID cause,
            Instant occurredAt,
            Subject subject,
            String division) {
        this(id, guardian, kind, cause, occurredAt, subject, division, Setting.NONE);
    }

    /** The same event, of something that is called so. */
    public LearningEvent titled(Words title) {
        Subject named =
                new Subject(
                        title, subject.stage(), subject.ages(), subject.topic(), subject.seconds());
        return new LearningEvent(id, guardian, kind, cause, occurredAt, named, division, setting);
    }

    /** As it was published, maybe before it had a setting. */
    @JsonCreator
    static LearningEvent read(
            UUID id,
            GuardianId guardian,
            EventKind kind,
            UUID cause,
            Instant occurredAt,
            Subject subject,
            String division,
            @Nullable Setting setting) {
        return new LearningEvent(
                id,
                guardian,
                kind,
                cause,
                occurredAt,
                subject,
                division,
                setting == null ? Setting.NONE : setting);
    }
}
