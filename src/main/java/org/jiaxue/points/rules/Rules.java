package org.jiaxue.points.rules;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.web.Changes;
import org.jiaxue.web.DataFiles;
import org.jiaxue.web.Remembered;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every rule set that was ever in force. The files that ship are put beside the entries at the
 * start, once; entries name the version that made them, so an old one stays readable for ever.
 */
@Component
public class Rules implements Remembered {

    /** How long a node may not know yet of a set that was approved at another. */
    public static final Duration MOST_BEHIND = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    private final JdbcClient jdbc;
    private final Changes changes;
    private volatile Read read;

    /** What was read of the table, and when by the machine's own clock. */
    private record Read(Rulebook book, int rows, long at) {}

    Rules(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
        DataFiles.shipped("rules").stream()
                .filter(file -> !kept(file.text()))
                .forEach(file -> publish(file.name(), file.text()));
        this.read = readAll();
    }

    private boolean kept(String text) {
        return jdbc.sql("select exists (select from points.rule_set where body = :text)")
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    /** The sets as they are known here: no older than {@link #MOST_BEHIND}. */
    public Rulebook book() {
        Read known = read;
        if (System.nanoTime() - known.at() < MOST_BEHIND.toNanos()) {
            return known.book();
        }
        return refreshed().book();
    }

    private Read refreshed() {
        int rows = jdbc.sql("select count(*) from points.rule_set").query(Integer.class).single();
        Read known = read;
        Read now =
                rows == known.rows() ? new Read(known.book(), rows, System.nanoTime()) : readAll();
        this.read = now;
        return now;
    }

    private Read readAll() {
        long at = System.nanoTime();
        List<RuleSet> sets =
                jdbc.sql("select file, body from points.rule_set order by owner, version")
                        .query((row, _) -> RuleFile.read(row.getString(1), row.getString(2)))
                        .list();
        return new Read(new Rulebook(sets), sets.size(), at);
    }

    /** The rules by which an event of a day goes. */
    public Effective inForce(LearningEvent event, LocalDate day) {
        return book().inForce(event, day);
    }

    /** The rules of a place on a day, for who learns with a school or with none. */
    public Effective inForce(String division, @Nullable UUID school, LocalDate day) {
        return book().inForce(division, school, day);
    }

    /** The version that an entry names. */
    public Optional<RuleSet> named(Rule.Ref ref) {
        return book().named(ref);
    }

    /** What is to be said of a set before it is in force. */
    public Judgement judge(RuleSet set) {
        return Judgement.of(book(), set);
    }

    /**
     * Puts an approved set in force, at this node at once and at others soon.
     *
     * @param text its file; it says the version
     * @throws IllegalStateException if its version is taken or it goes beyond its bounds
     */
    public void enact(String file, String text, UUID draftedBy, UUID approvedBy) {
        RuleSet set = RuleFile.read(file, text);
        Judgement judgement = Judgement.of(refreshed().book(), set);
        if (!judgement.allowed()) {
            throw new IllegalStateException(file + ": " + judgement.breaches());
        }
        int added =
                jdbc.sql(
                                """
                                insert into points.rule_set (
                                    owner, version, valid_from, valid_until, file, body,
                                    drafted_by, approved_by)
                                values (
                                    :owner, :version, :from, :until, :file, :body,
                                    :drafted, :approved)
                                on conflict (owner, version) do nothing
                                """)
                        .param("owner", set.owner().key())
                        .param("version", set.version())
                        .param("from", set.from())
                        .param("until", set.until())
                        .param("file", file)
                        .param("body", text)
                        .param("drafted", draftedBy)
                        .param("approved", approvedBy)
                        .update();
        if (added == 0) {
            throw new IllegalStateException(file + ": this version is in force already");
        }
        forget();
        changes.tell(topic(), "");
    }

    @Override
    public String topic() {
        return "points.rules";
    }

    @Override
    public void changed(String what) {
        forget();
    }

    @Override
    public void anyChanged() {
        forget();
    }

    /** Reads everything again with the next question. */
    public void forget() {
        Read known = read;
        this.read = new Read(known.book(), -1, known.at() - MOST_BEHIND.toNanos());
    }

    /**
     * Keeps a rule set that ships; refuses one that credits otherwise than the kept one of its
     * version. Where only words differ, the kept ones stay: what entries have said to guardians is
     * not rewritten.
     */
    final void publish(String file, String text) {
        RuleSet told = RuleFile.read(file, text);
        jdbc.sql(
                        """
                        insert into points.rule_set (
                            owner, version, valid_from, valid_until, file, body)
                        values (:owner, :version, :from, :until, :file, :body)
                        on conflict (owner, version) do nothing
                        """)
                .param("owner", told.owner().key())
                .param("version", told.version())
                .param("from", told.from())
                .param("until", told.until())
                .param("file", file)
                .param("body", text)
                .update();
        RuleSet kept = readAll().book().named(told.ref()).orElseThrow();
        if (!kept.creditsAs(told)) {
            throw new IllegalStateException(
                    "%s: version %d of %s is in force with other rules; a change needs a file"
                                    .formatted(file, told.version(), told.owner().key())
                            + " with a higher version and a later day");
        }
        LOG.info(
                "rules loaded owner={} version={} from={} file={} words={}",
                told.owner().key(),
                told.version(),
                told.from(),
                file,
                kept.equals(told) ? "told" : "kept");
    }
}
