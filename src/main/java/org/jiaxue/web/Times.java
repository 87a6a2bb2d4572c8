package org.jiaxue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What time it is. Days are those of the region's zone. Allowances are judged by the database's
 * clock; {@link #told()} names the time that a statement must use in its stead while a sample term
 * is being lived through, and is empty in every other case.
 */
public interface Times {

    ZoneId zone();

    Instant now();

    /** The time a statement is told instead of reading the database's clock. */
    Optional<Instant> told();

    default LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }

    default LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }
}
