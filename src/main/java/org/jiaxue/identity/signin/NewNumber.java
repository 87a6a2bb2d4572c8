package org.jiaxue.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.springframework.stereotype.Component;

/** A number that a guardian wants to have, until the code that was sent there is typed. */
@Component
class NewNumber {

    private final SentCode sent;
    private final Pending pending;

    NewNumber(SentCode sent, Pending pending) {
        this.sent = sent;
        this.pending = pending;
    }

    /** Sends a code to a typed number and remembers the number; or says what is wrong with it. */
    Optional<Problem> send(
            String typed,
            GuardianId guardian,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Phone> phone = Phone.read(typed);
        if (phone.isEmpty()) {
            return Optional.of(Phone.wrongWith(typed));
        }
        Optional<Problem> problem = sent.send(phone.get(), frame, request, response);
        if (problem.isEmpty()) {
            pending.keep(
                    new Pending.Step(phone.get(), guardian.toString()),
                    Pending.Until.PHONE_CHANGED,
                    response);
        }
        return problem;
    }

    /** The number that this guardian, and no other in the same browser, wants to have. */
    Optional<Phone> awaited(GuardianId guardian, HttpServletRequest request) {
        return pending.find(request, Pending.Until.PHONE_CHANGED)
                .filter(step -> step.next().equals(guardian.toString()))
                .map(Pending.Step::phone);
    }

    void forget(HttpServletResponse response) {
        pending.forget(Pending.Until.PHONE_CHANGED, response);
    }
}
