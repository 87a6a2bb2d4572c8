package org.jiaxue.catalogue.library;

import java.util.List;
import java.util.stream.Collectors;

/** A library was not imported, and nothing of it was; says all that is wrong with it. */
public final class FaultyLibrary extends RuntimeException {

    private final transient List<Fault> faults;

    FaultyLibrary(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
