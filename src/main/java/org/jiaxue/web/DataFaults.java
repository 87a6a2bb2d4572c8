package org.jiaxue.web;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a data file; at least one thing. */
public final class DataFaults extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<DataFault> faults;

    public DataFaults(List<DataFault> faults) {
        super(faults.stream().map(DataFault::getMessage).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In the order of the file. */
    public List<DataFault> faults() {
        return faults;
    }
}
