package org.jiaxue.points.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;

/** Gathers what is wrong with a file, so that its writer is told everything at once. */
final class RuleFaults {

    private final List<DataFault> faults = new ArrayList<>();

    /** What the reading gives, or the other where it has a fault. */
    <T> T or(T other, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DataFault fault) {
            faults.add(fault);
            return other;
        }
    }

    /** The same where nothing is read. */
    void check(Runnable check) {
        try {
            check.run();
        } catch (DataFault fault) {
            faults.add(fault);
        }
    }

    void refuse() {
        if (!faults.isEmpty()) {
            throw new DataFaults(faults);
        }
    }
}
