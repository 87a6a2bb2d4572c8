package org.jiaxue.identity.account;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Texts;
import org.jspecify.annotations.Nullable;

/** Says divisions and schools in words, for an archive. */
record Places(Regions regions, Texts texts) {

    /** From the province down; one that is no longer known by its code; null for null. */
    Teller.@Nullable Coded of(@Nullable String division) {
        if (division == null) {
            return null;
        }
        String words =
                regions.path(division).stream()
                        .map(it -> texts.say(it.name()))
                        .collect(Collectors.joining(" "));
        return new Teller.Coded(division, words.isEmpty() ? division : words);
    }

    /** A school by its full name, also one that has ended; null for null. */
    Teller.@Nullable Coded school(@Nullable UUID organisation) {
        return organisation == null
                ? null
                : new Teller.Coded(
                        organisation.toString(),
                        regions.organisation(organisation)
                                .map(it -> texts.say(it.title()))
                                .orElseGet(organisation::toString));
    }
}
