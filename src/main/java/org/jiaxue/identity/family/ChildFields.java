package org.jiaxue.identity.family;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;

/**
 * The fields of a child in a form.
 *
 * @param agreed whether the consent to keep children was given before, so that it is not asked
 */
record ChildFields(
        Map<String, String> years,
        Map<String, String> months,
        Map<String, String> stages,
        ChildForm filled,
        boolean agreed) {

    static ChildFields of(Frame frame, boolean agreed, ChildForm filled, Times times) {
        return new ChildFields(
                Choices.years(frame, times.today()),
                Choices.months(frame),
                Choices.stages(frame),
                filled,
                agreed);
    }

    /** Adds the child, with the consent where it comes along; or says what is wrong and where. */
    static Optional<WrongField> add(
            Children children,
            GuardianId guardian,
            ChildForm form,
            boolean agrees,
            LocalDate today) {
        return switch (form.read(today)) {
            case WrongField wrong -> Optional.of(wrong);
            case ChildForm.Read.Child child -> {
                try {
                    children.addAgreeing(guardian, child.birthMonth(), child.stage(), agrees);
                    yield Optional.empty();
                } catch (Refusal refusal) {
                    yield Optional.of(new WrongField("children", refusal.problem()));
                }
            }
        };
    }
}
