package org.jiaxue.licences.benefit;

import java.time.LocalDate;

/**
 * A dated offer of a division to those whose licence gives access and who live there. None of this
 * changes once it is made; its words may be mended.
 *
 * @param division whose offer it is: a province, city or county
 * @param quota how many there are for all together
 * @param each how many one guardian may have
 * @param from the first day on which it can be taken
 * @param until the last day on which it can be taken and used
 */
public record Offer(
        OfferId id,
        String division,
        BenefitKind kind,
        Gate gate,
        int quota,
        int each,
        LocalDate from,
        LocalDate until) {}
