package org.jiaxue.points.audit;

import java.time.LocalDate;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.springframework.context.ApplicationContext;

/** A finding about somebody's ledger, as a check keeps it. */
public final class KeptFinding {

    private KeptFinding() {}

    public static void about(GuardianId guardian, ApplicationContext house) {
        RunStore.Run run = new RunStore.Run(Ids.next(), LocalDate.EPOCH, null, 1, 1, 1);
        house.getBean(RunStore.class)
                .keep(run, 1, Finding.of(Fault.EVENT, guardian, Ids.next(), Ids.next()));
    }
}
