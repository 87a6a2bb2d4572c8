package org.jiaxue.licences.asking;

import java.util.List;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.licences.Confirmations.State;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.springframework.stereotype.Component;

/** What stands of confirmations on the page of a guardian's licences. */
@Component
public class WaitingForMe {

    private final Confirmations confirmations;
    private final ConfirmationWords words;

    WaitingForMe(Confirmations confirmations, ConfirmationWords words) {
        this.confirmations = confirmations;
        this.words = words;
    }

    /**
     * What can be asked for and what waits.
     *
     * @param some whether there is anything to lead to
     */
    public record Section(boolean some, List<Way> ways, List<String> waiting) {}

    /** A level that somebody can be asked to confirm. */
    public record Way(String href, String what, String who) {}

    public Section of(Frame frame, GuardianId guardian) {
        List<Way> ways =
                confirmations.askable(guardian).stream()
                        .filter(it -> it.place() != null)
                        .map(it ->
                                new Way(
                                        it.wanted().askHref(),
                                        words.what(frame.texts(), it.names()),
                                        words.asked(frame.texts(), it.confirmer(), it.place())))
                        .toList();
        List<Confirmations.Request> all = confirmations.ofGuardian(guardian);
        List<String> waiting =
                all.stream()
                        .filter(it -> it.state() == State.WAITING)
                        .map(it ->
                                frame.say(
                                        "licences.ask.waits",
                                        words.what(frame.texts(), it.names()),
                                        words.asked(
                                                frame.texts(), it.place().confirmer(), it.place())))
                        .toList();
        return new Section(!ways.isEmpty() || !all.isEmpty(), ways, waiting);
    }
}
