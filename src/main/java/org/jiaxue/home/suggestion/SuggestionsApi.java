package org.jiaxue.home.suggestion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jiaxue.web.Audience;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What brings a guardian's next level nearer, for programs. */
@RestController
class SuggestionsApi {

    private final Suggestions suggestions;
    private final SuggestionRows rows;

    SuggestionsApi(Suggestions suggestions, SuggestionRows rows) {
        this.suggestions = suggestions;
        this.rows = rows;
    }

    /** Something suggested. */
    @Schema(name = "Suggestion")
    record Item(
            @Schema(
                            description =
                                    "begin or finish (a lesson), answer (its question), visit (an"
                                            + " activity) or ask (for a confirmation).")
                    String kind,
            @Schema(description = "What it is called, in the reader's language.") String title,
            @Schema(description = "The path of the page where it is done.") String href,
            @Schema(description = "How many minutes it takes, rounded up, at least 1.") int minutes,
            @Schema(
                            description =
                                    "What the ledger credits when this and those before it are"
                                            + " done, each on its day: for a lesson that it is"
                                            + " completed and its question answered. 0 where only"
                                            + " the deed counts.")
                    int points,
            @Schema(
                            description =
                                    "The day on which it takes place, or from which no cap keeps"
                                            + " any of its points back.")
                    LocalDate day,
            @Schema(description = "Whether caps keep it from counting whole today.") boolean later,
            @Schema(description = "What it brings, as a sentence.") String why,
            @Schema(
                            description =
                                    "The levels reached with it when those before it are done too;"
                                            + " empty for most.")
                    List<Level> reaches) {}

    /** A level that would be reached. */
    @Schema(name = "SuggestedLevel")
    record Level(String scheme, String layer, String level) {}

    /** At most three, in the order in which they are best done. */
    @Schema(name = "Suggestions")
    record Answer(
            @Schema(
                            description =
                                    "open; awaits-activity, where only activities on site are"
                                            + " missing and none that fits is announced for the"
                                            + " next four weeks; complete, where every level is"
                                            + " reached; no-levels, where no scheme is in force;"
                                            + " not-recorded, where the guardian has not agreed"
                                            + " that learning is recorded.")
                    String state,
            List<Item> items) {}

    @GetMapping("/api/v1/me/suggestions")
    @OpenTo(Audience.GUARDIAN)
    @Operation(
            summary = "What brings the next level nearer",
            description =
                    "At most three things that fit the guardian's children, are not done yet and"
                            + " really count: no rank, no deadline. Fewer where there are no more.")
    Answer mine(GuardianId guardian, Texts texts) {
        Suggestions.Found found = suggestions.of(guardian);
        return new Answer(
                found.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                rows.rows(texts, found).stream().map(it -> item(texts, it)).toList());
    }

    private static Item item(Texts texts, SuggestionRows.Row row) {
        Suggestion one = row.of();
        return new Item(
                row.kind(),
                row.title(),
                row.href(),
                one.minutes(),
                one.points(),
                one.day(),
                one.later(),
                row.why(),
                one.lights().stream()
                        .map(it ->
                                new Level(
                                        texts.say(it.scheme()),
                                        texts.say(it.layer()),
                                        texts.say(it.level())))
                        .toList());
    }
}
