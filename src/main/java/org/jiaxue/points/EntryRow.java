package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.rules.Category;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rule;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** A line of the ledger as it is written; its names are those of the table's columns. */
record EntryRow(
        UUID guardianId,
        UUID entryId,
        UUID eventId,
        @Nullable UUID correctsEntryId,
        String kind,
        UUID cause,
        String once,
        String rule,
        String ruleOwner,
        int ruleVersion,
        String category,
        int points,
        String state,
        Instant occurredAt,
        LocalDate day,
        LocalDate week,
        String division,
        String stage,
        @Nullable Integer agesFrom,
        @Nullable Integer agesTo,
        String topic,
        int seconds,
        @Nullable String guardianStage,
        @Nullable UUID school,
        String subjectZh,
        String subjectEn,
        String didZh,
        String didEn,
        String whyZh,
        String whyEn) {

    static final String COUNTED = "counted";
    static final String KEPT = "kept";

    /** The version where no rule held. */
    static final int UNRULED = 0;

    private static final Owner NOBODY = new Owner("", null);

    /** A line for an event: the first one, or a correction of the one that is named. */
    static EntryRow of(
            LearningEvent event,
            Crediting.Claim claim,
            UUID id,
            @Nullable UUID corrects,
            Category category,
            int points,
            String state,
            Words why) {
        Rule rule = claim.rule();
        Subject subject = event.subject();
        Stage guardianStage = event.setting().guardianStage();
        Words did = Effective.did(rule, subject.title());
        return new EntryRow(
                event.guardian().value(),
                id,
                event.id(),
                corrects,
                event.kind().slug(),
                event.cause(),
                Crediting.group(event.kind()),
                rule == null ? event.kind().slug() : rule.name(),
                rule == null ? "" : rule.ref().owner().key(),
                rule == null ? UNRULED : rule.ref().version(),
                category.slug(),
                points,
                state,
                event.occurredAt(),
                claim.day(),
                Period.WEEK.startOf(claim.day()),
                event.division(),
                subject.stage().slug(),
                subject.ages() == null ? null : subject.ages().from(),
                subject.ages() == null ? null : subject.ages().to(),
                subject.topic(),
                subject.seconds(),
                guardianStage == null ? null : guardianStage.slug(),
                event.setting().school(),
                subject.title().zh(),
                subject.title().en(),
                did.zh(),
                did.en(),
                why.zh(),
                why.en());
    }

    /** The event that this line was written for. */
    LearningEvent event() {
        return new LearningEvent(
                eventId,
                new GuardianId(guardianId),
                EventKind.ofSlug(kind).orElseThrow(),
                cause,
                occurredAt,
                new Subject(
                        new Words(subjectZh, subjectEn),
                        Stage.ofSlug(stage).orElseThrow(),
                        agesFrom == null || agesTo == null ? null : new Ages(agesFrom, agesTo),
                        topic,
                        seconds),
                division,
                new Setting(
                        guardianStage == null ? null : Stage.ofSlug(guardianStage).orElseThrow(),
                        school));
    }

    /** The rule set by which it was credited. */
    Rule.Ref ref() {
        return new Rule.Ref(Owner.ofKey(ruleOwner).orElse(NOBODY), ruleVersion);
    }

    Words did() {
        return new Words(didZh, didEn);
    }

    Words why() {
        return new Words(whyZh, whyEn);
    }
}
