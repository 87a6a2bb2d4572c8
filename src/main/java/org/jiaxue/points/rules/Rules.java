package org.jiaxue.points.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every rule set that was ever in force. The files that ship are put beside the entries at the
 * start, once; entries name the version that made them, so an old one stays readable for ever.
 */
@Component
public class Rules {

    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);
    private static final String FILES = "classpath*:rules/*.yaml";

    private static final Comparator<RuleSet> NEAREST =
            Comparator.comparingInt((RuleSet set) -> set.division().length())
                    .thenComparing(RuleSet::from)
                    .thenComparingInt(RuleSet::version);

    private final JdbcClient jdbc;
    private final List<RuleSet> sets;

    Rules(JdbcClient jdbc) {
        this.jdbc = jdbc;
        for (Resource file : files()) {
            publish("rules/" + file.getFilename(), textOf(file));
        }
        this.sets = List.copyOf(kept());
    }

    /** The rules in force on a day: of the nearest division that has any, the latest. */
    public RuleSet inForce(String division, LocalDate day) {
        return sets.stream()
                .filter(set -> division.startsWith(set.division()) && !set.from().isAfter(day))
                .max(NEAREST)
                .orElseGet(RuleSet::none);
    }

    /** The rules that an entry names. */
    public RuleSet named(String division, int version) {
        return sets.stream()
                .filter(set -> set.division().equals(division) && set.version() == version)
                .findFirst()
                .orElseGet(RuleSet::none);
    }

    /**
     * Keeps a rule set; refuses one that credits otherwise than the kept one of its version. Where
     * only words differ, the kept ones stay: what entries have said to guardians is not rewritten.
     */
    final void publish(String file, String text) {
        RuleSet told = RuleFile.read(file, text);
        jdbc.sql(
                        """
                        insert into points.rule_set (division, version, valid_from, file, body)
                        values (:division, :version, :from, :file, :body)
                        on conflict (division, version) do nothing
                        """)
                .param("division", told.division())
                .param("version", told.version())
                .param("from", told.from())
                .param("file", file)
                .param("body", text)
                .update();
        RuleSet kept = kept(told.division(), told.version());
        if (!kept.creditsAs(told)) {
            throw new IllegalStateException(
                    "%s: version %d of division %s is in force with other rules; a change needs a"
                                    .formatted(file, told.version(), told.division())
                            + " file with a higher version and a later day");
        }
        LOG.info(
                "rules loaded division={} version={} from={} file={} words={}",
                told.division(),
                told.version(),
                told.from(),
                file,
                kept.equals(told) ? "told" : "kept");
    }

    private RuleSet kept(String division, int version) {
        return kept().stream()
                .filter(set -> set.division().equals(division) && set.version() == version)
                .findFirst()
                .orElseThrow();
    }

    private List<RuleSet> kept() {
        return new ArrayList<>(
                jdbc.sql("select file, body from points.rule_set order by division, version")
                        .query((row, _) -> RuleFile.read(row.getString(1), row.getString(2)))
                        .list());
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(FILES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The rules cannot be found", unreadable);
        }
    }

    private static String textOf(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Rules cannot be read: " + file, unreadable);
        }
    }
}
