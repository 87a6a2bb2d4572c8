package org.jiaxue.credentials.sharing;

import java.time.Instant;
import java.util.UUID;

/** A link that a holder made; its token is known to whoever has the link and to nobody else. */
public record Share(UUID id, Instant madeAt, Instant endsAt) {}
