package org.jiaxue.statistics.rollup;

import java.time.LocalDate;

/** A row's key: whose facts of which day are summed up in it. */
record Day(String division, LocalDate day, String stage, String kind) {}
