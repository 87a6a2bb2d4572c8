package org.jiaxue.activities;

import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What families can go to, free of charge.
 *
 * @param title at most 60 characters in Chinese, 120 in English, as {@code organiser} is
 * @param about at most 600 and 1200 characters; may be empty
 * @param place at most 80 and 160 characters
 * @param organiser who holds it, as it is called in public
 * @param division the code of the division it takes place in, 2 to 12 digits
 * @param ages the ages of the children it is for; empty when it is for the whole stage
 */
public record Activity(
        ActivityId id,
        Words title,
        Words about,
        Words place,
        Words organiser,
        String division,
        Stage stage,
        @Nullable Ages ages) {}
