package org.jiaxue.statistics.rollup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jiaxue.statistics.Period;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.KeyedHash;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Term;
import org.springframework.stereotype.Component;

/**
 * What sketches hold of a guardian: a hash under a key derived from the operator's secret, another
 * one each term. Whoever reads the database can neither tell whether somebody they know is in a
 * sketch, nor follow anybody from one term to the next.
 */
@Component
class Veil {

    private final KeyedHash hash;

    Veil(Secrets secrets) {
        this.hash = secrets.keyed("statistics.heads");
    }

    long of(GuardianId guardian, LocalDate day) {
        Term term = Period.weekOf(day).term();
        byte[] code = term.code().getBytes(StandardCharsets.UTF_8);
        ByteBuffer message = ByteBuffer.allocate(code.length + 2 * Long.BYTES);
        message.put(code)
                .putLong(guardian.value().getMostSignificantBits())
                .putLong(guardian.value().getLeastSignificantBits());
        return ByteBuffer.wrap(hash.of(message.array())).getLong();
    }
}
