package org.jiaxue.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Stage;
import org.jspecify.annotations.Nullable;

/**
 * For whom and where a guardian learned. It is fixed when the event is kept and never changes with
 * the family, so that whatever is made of events again reads nothing but events.
 *
 * @param guardianStage the stage on that day of the child whom the subject fitted, else of the
 *     youngest; none without a child
 * @param school the school of whose class the guardian was a member, of several that of the class
 *     joined first; none without a class
 */
public record Setting(@Nullable Stage guardianStage, @Nullable UUID school) {

    /** Where nothing is known of either. */
    public static final Setting NONE = new Setting(null, null);

    /**
     * For whom of these children something was learned.
     *
     * @param children youngest first; of several whom it fits it is the youngest
     * @param day the day on which it was learned
     * @param today the day on which the children's stages are as they are told
     */
    public static Setting of(
            Subject subject,
            List<Child> children,
            LocalDate day,
            LocalDate today,
            @Nullable UUID school) {
        @Nullable Stage stage =
                children.stream()
                        .filter(child -> subject.fits(child.monthsOn(day)))
                        .findFirst()
                        .or(() -> children.stream().findFirst())
                        .map(child -> child.stageOn(day, today))
                        .orElse(null);
        return stage == null && school == null ? NONE : new Setting(stage, school);
    }
}
