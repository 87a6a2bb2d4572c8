package org.jiaxue.points;

import java.sql.ResultSet;
import org.jiaxue.archive.Archives;
import org.jiaxue.archive.OwnMonths;
import org.jiaxue.points.hold.HoldRecords;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Teller;
import org.jiaxue.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Points and what they came of. */
@Component
class PointsData implements PersonalData {

    private static final String RULES = "rules, the same for everybody";

    private static final String RUNS = "how far a run is, by numbers that bound groups of people";
    private static final String TRIALS =
            "what was tried, and of what came of it the figures that may be shown";
    private static final String CHECKS = "how far a nightly check of the ledger has come";

    private static final String FAULTS =
            "a fault of the ledger itself, for those who mend it; what is mended is told";

    private static final String STAFF = "who answers for rules, in the line of duty";
    private static final String NUMBERS = "numbers by which rows find each other";

    private final JdbcClient jdbc;
    private final HoldRecords holds;
    private final Archives archives;
    private final OwnMonths months;

    PointsData(JdbcClient jdbc, HoldRecords holds, Archives archives, OwnMonths months) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.archives = archives;
        this.months = months;
    }

    @Override
    public Keeps keeps() {
        return HoldRecords.keeps(work(entries()));
    }

    private static Keeps entries() {
        return Keeps.in("points")
                .table("rule_set")
                .nobody(RULES, "owner", "valid_from", "valid_until", "file", "body")
                .nobody(STAFF, "drafted_by", "approved_by")
                .table("draft")
                .nobody(RULES, "draft_id", "owner", "body", "state", "note")
                .nobody(STAFF, "drafted_by", "edited_by", "written_by", "decided_by")
                .table("entry")
                .guardian("guardian_id")
                .derived("entry_id", "event_id", "corrects_entry_id", "kind", "cause", "once")
                .derived("rule", "rule_owner", "state", "day", "week", "division", "stage")
                .derived("subject_zh", "subject_en", "did_zh", "did_en", "why_zh", "why_en")
                .untold(NUMBERS, "event_id", "cause")
                .untold("how the rule found what it pays; the reason says it", "once")
                .untold("follow from when it was", "day", "week")
                .untold("told among what was learned", "kind", "division", "stage")
                .untold("whose rules they were; the reason says it", "rule_owner")
                .derived("category", "topic", "guardian_stage", "school")
                .untold("told among what was learned", "topic", "guardian_stage", "school")
                .untold("follows from the rule", "category")
                .untold("stands in what it was for", "subject_zh", "subject_en")
                .table("archived")
                .guardian("guardian_id")
                .derived("month", "category")
                .untold("the month's lines are told, from the file", "month", "category")
                .table("shown_entry")
                .guardian("guardian_id")
                .derived("entry_id", "event_id", "rule", "rule_owner", "state")
                .derived("did_zh", "did_en", "why_zh", "why_en", "hold_id")
                .untold(NUMBERS, "event_id", "hold_id")
                .untold("whose rules they were; the reason says it", "rule_owner")
                .table("account")
                .guardian("guardian_id");
    }

    /** What is noted as ledgers are gone through again or checked. */
    private static Keeps work(Keeps keeps) {
        return keeps.table("rerun")
                .nobody(RUNS, "rerun_id", "owner", "first_day", "last_day", "state", "rule_set")
                .nobody(STAFF, "asked_by")
                .table("rerun_slice")
                .nobody(RUNS, "rerun_id", "up_to", "cursor", "held_by")
                .table("rerun_county")
                .nobody(RUNS, "rerun_id", "county")
                .table("rerun_failure")
                .nobody(RUNS, "rerun_id", "reason")
                .table("trial")
                .nobody(TRIALS, "trial_id", "place", "whom", "term", "title_zh", "title_en")
                .nobody(TRIALS, "state", "came", "marks")
                .nobody(STAFF, "tried_by")
                .table("audit_run")
                .nobody(CHECKS, "run_id", "night", "upto")
                .table("audit_finding")
                .guardian("guardian_id")
                .derived("run_id", "fault", "entry_id", "event_id")
                .untold(FAULTS, "run_id", "fault", "entry_id", "event_id");
    }

    @Override
    public void tell(GuardianId guardian, Teller teller) {
        months.bringAll(guardian);
        Teller.Rows account = teller.list("account", "balance");
        jdbc.sql("select balance from points.account where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query((ResultSet row) -> account.add(row.getInt("balance")));
        tellEntries(guardian, teller);
        holds.tell(guardian, teller);
    }

    private void tellEntries(GuardianId guardian, Teller teller) {
        Teller.Rows entries =
                teller.list(
                        "entries",
                        "occurredAt",
                        "points",
                        "what",
                        "why",
                        "rule",
                        "version",
                        "state",
                        "corrects",
                        "number");
        jdbc.sql(
                        """
                        select occurred_at, points, did_zh, did_en, why_zh, why_en, rule,
                               rule_version, state, corrects_entry_id, entry_id
                        from points.entry
                        where guardian_id = :guardian
                        order by occurred_at, entry_id
                        """)
                .param("guardian", guardian.value())
                .query((ResultSet row) ->
                        entries.add(
                                row.getTimestamp("occurred_at").toInstant(),
                                row.getInt("points"),
                                new Words(row.getString("did_zh"), row.getString("did_en")),
                                new Words(row.getString("why_zh"), row.getString("why_en")),
                                teller.coded("learning.told.kind.", row.getString("rule")),
                                row.getInt("rule_version"),
                                teller.coded("points.told.state.", row.getString("state")),
                                row.getString("corrects_entry_id"),
                                row.getString("entry_id")));
    }

    @Override
    public void erase(GuardianId guardian) {
        archives.forget(guardian, EntryArchive.NAME);
        jdbc.sql("delete from points.audit_finding where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .update();
        jdbc.sql("select points.erase(:guardian)")
                .param("guardian", guardian.value())
                .query((_, _) -> 1)
                .list();
    }
}
