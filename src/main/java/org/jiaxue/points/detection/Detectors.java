package org.jiaxue.points.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.points.detection.DetectorSet.Sentence;
import org.jiaxue.points.detection.DetectorSet.Tripped;
import org.jiaxue.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every version of the detectors that was ever in force. The files that ship are put beside the
 * holds at the start, once; a hold names its version, so an old one stays readable for ever.
 */
@Component
public class Detectors {

    private static final Logger LOG = LoggerFactory.getLogger(Detectors.class);
    private static final String FILES = "classpath*:detectors/*.yaml";

    private static final Comparator<DetectorSet> LATEST =
            Comparator.comparing(DetectorSet::from).thenComparingInt(DetectorSet::version);

    private final JdbcClient jdbc;
    private final List<DetectorSet> sets;

    Detectors(JdbcClient jdbc) {
        this.jdbc = jdbc;
        for (Resource file : files()) {
            publish("detectors/" + file.getFilename(), textOf(file));
        }
        this.sets = kept();
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
     */
    final void publish(String file, String text) {
        DetectorSet told = DetectorFile.read(file, text);
        jdbc.sql(
                        """
                        insert into points.detector_set (version, valid_from, file, body)
                        values (:version, :from, :file, :body)
                        on conflict (version) do nothing
                        """)
                .param("version", told.version())
                .param("from", told.from())
                .param("file", file)
                .param("body", text)
                .update();
        DetectorSet kept =
                kept().stream()
                        .filter(it -> it.version() == told.version())
                        .findFirst()
                        .orElseThrow();
        if (!kept.holdsAs(told)) {
            throw new IllegalStateException(
                    "%s: version %d is in force with other limits; a change needs a file with a"
                                    .formatted(file, told.version())
                            + " higher version and a later day");
        }
        LOG.info("detectors loaded version={} from={} file={}", told.version(), told.from(), file);
    }

    private List<DetectorSet> kept() {
        return jdbc.sql("select file, body from points.detector_set order by version")
                .query((row, _) -> DetectorFile.read(row.getString(1), row.getString(2)))
                .list();
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(FILES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The detectors cannot be found", unreadable);
        }
    }

    private static String textOf(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Detectors cannot be read: " + file, unreadable);
        }
    }
}
