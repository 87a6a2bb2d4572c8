package org.jiaxue.licences.mine;

import java.time.Instant;
import java.util.List;
import org.jiaxue.licences.Licences;
import org.jiaxue.web.Audience;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.OpenTo;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A guardian's own licences, for programs. */
@RestController
class LicencesApi {

    private final Licences licences;

    LicencesApi(Licences licences) {
        this.licences = licences;
    }

    /**
     * A level reached.
     *
     * @param stage the scheme's layer
     * @param period whose sums brought it, for instance {@code 2026-autumn}; {@code ever} where
     *     sums never begin anew
     */
    record Item(String scheme, String stage, int level, Instant at, String period) {}

    record Answer(List<Item> items) {}

    @GetMapping("/api/v1/me/licences")
    @OpenTo(Audience.GUARDIAN)
    Answer mine(GuardianId guardian) {
        return new Answer(
                licences.of(guardian).stream()
                        .map(it ->
                                new Item(it.scheme(), it.layer(), it.level(), it.at(), it.period()))
                        .toList());
    }
}
