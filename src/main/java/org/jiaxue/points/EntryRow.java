package org.jiaxue.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.rules.Category;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Claim;
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
    static final String HELD = "held";

    /** What a line says of points: how many for what, in which state and why. */
    record Amount(Category category, int points, String state, Words why) {}

    /** A line for an event: the first one, or a correction of the one that is named. */
    static EntryRow of(
            LearningEvent event, Claim claim, UUID id, @Nullable UUID corrects, Amount amount) {
        Subject subject = event.subject();
        Words did = Effective.did(claim.rule(), subject.title());
        return new EntryRow(
                event.guardian().value(),
                id,
                event.id(),
                corrects,
                event.kind().slug(),
                event.cause(),
                Crediting.group(event.kind()),
                claim.ruleName(),
                claim.ref().owner().key(),
                claim.ref().version(),
                amount.category().slug(),
                amount.points(),
                amount.state(),
                event.occurredAt(),
                claim.day(),
                Period.WEEK.startOf(claim.day()),
                event.division(),
                subject.stage().slug(),
                subject.ages() == null ? null : subject.ages().from(),
                subject.ages() == null ? null : subject.ages().to(),
                subject.topic(),
                subject.seconds(),
                slug(event.setting().guardianStage()),
                event.setting().school(),
                subject.title().zh(),
                subject.title().en(),
                did.zh(),
                did.en(),
                amount.why().zh(),
                amount.why().en());
    }

    private static @Nullable String slug(@Nullable Stage stage) {
        return stage == null ? null : stage.slug();
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
        return Owner.ofKey(ruleOwner)
                .map(owner -> new Rule.Ref(owner, ruleVersion))
                .orElse(Rule.Ref.NONE);
    }

    Words did() {
        return new Words(didZh, didEn);
    }

    Words why() {
        return new Words(whyZh, whyEn);
    }

    /** A whole row of the table. */
    static EntryRow of(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getObject("guardian_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("corrects_entry_id", UUID.class),
                row.getString("kind"),
                row.getObject("cause", UUID.class),
                row.getString("once"),
                row.getString("rule"),
                row.getString("rule_owner"),
                row.getInt("rule_version"),
                row.getString("category"),
                row.getInt("points"),
                row.getString("state"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class),
                row.getObject("week", LocalDate.class),
                row.getString("division"),
                row.getString("stage"),
                row.getObject("ages_from", Integer.class),
                row.getObject("ages_to", Integer.class),
                row.getString("topic"),
                row.getInt("seconds"),
                row.getString("guardian_stage"),
                row.getObject("school", UUID.class),
                row.getString("subject_zh"),
                row.getString("subject_en"),
                row.getString("did_zh"),
                row.getString("did_en"),
                row.getString("why_zh"),
                row.getString("why_en"));
    }
}
