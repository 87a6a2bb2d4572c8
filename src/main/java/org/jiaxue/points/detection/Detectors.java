package org.jiaxue.points.detection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.points.detection.DetectorSet.Sentence;
import org.jiaxue.points.detection.DetectorSet.Tripped;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFiles;
import org.jiaxue.web.Settings;
import org.jiaxue.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every version of the detectors that was ever in force. The files that ship and those that were
 * brought are put beside the holds at the start, once; a hold names its version, so an old one
 * stays readable for ever. From their first day on, those that were brought stand in the place of
 * those that ship.
 */
@Component
public class Detectors {

    private static final Logger LOG = LoggerFactory.getLogger(Detectors.class);

    private static final Comparator<DetectorSet> LATEST =
            Comparator.comparing(Detectors::brought)
                    .thenComparing(DetectorSet::from)
                    .thenComparingInt(DetectorSet::version);

    private final JdbcClient jdbc;
    private final List<DetectorSet> sets;

    Detectors(JdbcClient jdbc, TransactionTemplate transactions, Settings settings) {
        this.jdbc = jdbc;
        List<DataFiles.Named> files = DataFiles.of("detectors", settings.data());
        List<DataFiles.Named> told = files.stream().filter(file -> !kept(file)).toList();
        transactions.executeWithoutResult(_ -> DataFiles.each(told, this::publish));
        this.sets = kept();
    }

    /** One that ships and was kept before. */
    private boolean kept(DataFiles.Named file) {
        return !file.brought()
                && jdbc.sql("select exists (select from points.detector_set where body = :text)")
                        .param("text", file.text())
                        .query(Boolean.class)
                        .single();
    }

    /** The first detector in force on a day that these figures trip. */
    public Optional<Tripped> tripped(LocalDate day, Map<Measure, Integer> figures) {
        return inForce(day).flatMap(it -> it.tripped(figures));
    }

    /** The figures that tripped a detector, in a sentence; by their names in files. */
    public Words say(String detector, int version, Map<String, Integer> figures) {
        return sets.stream()
                .filter(it -> it.version() == version)
                .flatMap(it -> it.detectors().stream())
                .filter(it -> it.name().equals(detector))
                .findFirst()
                .orElseThrow()
                .say(figures);
    }

    /** What an entry says from now on, by the words in force on a day. */
    public Words say(LocalDate day, Sentence sentence, int points, int days) {
        return inForce(day).orElseGet(sets::getFirst).say(sentence, points, days);
    }

    private Optional<DetectorSet> inForce(LocalDate day) {
        return sets.stream().filter(it -> !it.from().isAfter(day)).max(LATEST);
    }

    /**
     * Keeps a version; refuses one that holds by other limits than the kept one of its number.
     * Words may be mended; the kept ones stay.
     *
     * @throws DataFault what is wrong with it
     */
    private void publish(DataFiles.Named file) {
        DetectorSet told = DetectorFile.read(file.name(), file.text());
        if (file.brought() && !brought(told)) {
            throw file.at("version")
                    .wrong(
                            "自带的核对条件，版本号从 %d 起".formatted(DataFiles.FIRST_BROUGHT),
                            "must be %d or more: lower versions belong to what ships"
                                    .formatted(DataFiles.FIRST_BROUGHT));
        }
        jdbc.sql(
                        """
                        insert into points.detector_set (version, valid_from, file, body)
                        values (:version, :from, :file, :body)
                        on conflict (version) do nothing
                        """)
                .param("version", told.version())
                .param("from", told.from())
                .param("file", file.name())
                .param("body", file.text())
                .update();
        DetectorSet kept =
                kept().stream()
                        .filter(it -> it.version() == told.version())
                        .findFirst()
                        .orElseThrow();
        if (!kept.holdsAs(told)) {
            throw file.at("version")
                    .wrong(
                            "核对条件第 %d 版已经在用，界限不同；要改请用更高的版本号和更晚的日子".formatted(told.version()),
                            "version %d is in use with other limits; a change needs a higher"
                                            .formatted(told.version())
                                    + " version and a later day");
        }
        LOG.info(
                "detectors loaded version={} from={} file={}",
                told.version(),
                told.from(),
                file.name());
    }

    private List<DetectorSet> kept() {
        return jdbc.sql("select file, body from points.detector_set order by version")
                .query((row, _) -> DetectorFile.read(row.getString(1), row.getString(2)))
                .list();
    }

    private static boolean brought(DetectorSet set) {
        return set.version() >= DataFiles.FIRST_BROUGHT;
    }
}
