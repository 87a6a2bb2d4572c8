package org.jiaxue.licences.benefit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What staff learn of a code: what it is good for and whether, and never whose it is. */
public sealed interface Redeeming {

    /** It is good today. */
    record Good(BenefitKind kind, Promise promise, LocalDate until) implements Redeeming {}

    /** It was taken in just now. */
    record Used(BenefitKind kind, Promise promise, Instant at) implements Redeeming {}

    /** It had been taken in before. */
    record UsedBefore(Promise promise, Instant at) implements Redeeming {}

    record GivenBack(Promise promise) implements Redeeming {}

    record Past(Promise promise, LocalDate until) implements Redeeming {}

    /** It cannot be a code. */
    record Malformed() implements Redeeming {}

    /** There is no such code where this member of staff may take any in. */
    record Unknown() implements Redeeming {}

    /** Too many wrong codes. */
    record TooOften(Duration after) implements Redeeming {}
}
