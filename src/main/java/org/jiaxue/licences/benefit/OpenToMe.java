package org.jiaxue.licences.benefit;

import java.util.List;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.springframework.stereotype.Component;

/** What stands of benefits on the page of a guardian's licences. */
@Component
public class OpenToMe {

    /** How many are named there; the page of all shows the rest. */
    private static final int MOST_NAMED = 3;

    private final Takings takings;

    OpenToMe(Takings takings) {
        this.takings = takings;
    }

    /**
     * A few names of what is open, and how many there are.
     *
     * @param some whether there is anything to lead to
     */
    public record Section(boolean some, List<String> named, int open) {}

    public Section of(Frame frame, GuardianId guardian) {
        Takings.Open open = takings.openTo(guardian);
        List<String> named =
                open.mine().stream()
                        .limit(MOST_NAMED)
                        .map(it -> frame.say(it.read().orElseThrow().promise().title()))
                        .toList();
        boolean some =
                !open.mine().isEmpty() || !open.next().isEmpty() || !takings.of(guardian).isEmpty();
        return new Section(some, named, open.mine().size());
    }
}
