package org.jiaxue.learning.playback;

import java.util.List;
import java.util.Map;
import org.jiaxue.identity.TrustedClients;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Beats that a trusted client tells for guardians of the division it is trusted for. Each stands
 * for itself: one without a guardian, of an unknown one or of one who lives elsewhere, or of one
 * who has not agreed is refused, the others are kept. Where they come from says nothing about the
 * guardians, so nothing of the client's own address is seen in them.
 */
@Component
class Relay {

    private final TrustedClients clients;
    private final Beats beats;

    Relay(TrustedClients clients, Beats beats) {
        this.clients = clients;
        this.beats = beats;
    }

    List<Object> tell(Viewer.Client client, JsonNode body, Texts texts) {
        BeatList list = BeatList.read(body, BeatBody::readRelayed);
        clients.count(client, list.size());
        Map<GuardianId, Boolean> known = clients.recorded(client, list.guardians());
        list.refuse(beat -> whyNot(known.get(beat.guardian())));
        return list.tell(beats, texts);
    }

    private static @Nullable Problem whyNot(@Nullable Boolean recorded) {
        if (recorded == null) {
            return Problem.notFound("learning.problem.no-such-guardian");
        }
        return recorded ? null : Problem.forbidden("learning.problem.guardian-not-agreed");
    }
}
