package org.jiaxue.licences.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every scheme in every version; the files that ship are kept at the start, once. */
@Component
public class Schemes {

    private static final Logger LOG = LoggerFactory.getLogger(Schemes.class);
    private static final String FILES = "classpath*:schemes/*.yaml";

    private static final Comparator<Scheme> ORDER =
            Comparator.comparingInt((Scheme it) -> it.byAge() ? 0 : 1)
                    .thenComparingInt(it -> -it.division().length())
                    .thenComparing(Scheme::name);

    private final JdbcClient jdbc;
    private final List<Scheme> schemes;

    Schemes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        for (Resource file : files()) {
            publish("schemes/" + file.getFilename(), textOf(file));
        }
        this.schemes = List.copyOf(kept());
    }

    /**
     * The schemes in force on a day at a division: of each, its latest version. Those by age come
     * first, then what is nearer to the division, then by name.
     */
    public List<Scheme> inForce(String division, LocalDate day) {
        return schemes.stream()
                .filter(it -> division.startsWith(it.division()) && !it.from().isAfter(day))
                .collect(
                        Collectors.toMap(
                                Scheme::name,
                                Function.identity(),
                                BinaryOperator.maxBy(Comparator.comparingInt(Scheme::version))))
                .values()
                .stream()
                .sorted(ORDER)
                .toList();
    }

    /** Every version of every scheme. */
    public List<Scheme> all() {
        return schemes;
    }

    /** The latest version of a scheme, for its words. */
    public Scheme latest(String name) {
        return schemes.stream()
                .filter(it -> it.name().equals(name))
                .max(Comparator.comparingInt(Scheme::version))
                .orElseThrow(() -> new IllegalStateException("No scheme " + name));
    }

    /** The latest version of a scheme; empty where none was ever kept. */
    public Optional<Scheme> known(String name) {
        return schemes.stream()
                .filter(it -> it.name().equals(name))
                .max(Comparator.comparingInt(Scheme::version));
    }

    /** The version of a scheme that a licence names. */
    public Scheme named(String name, int version) {
        return schemes.stream()
                .filter(it -> it.name().equals(name) && it.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No scheme " + name + " " + version));
    }

    /** Keeps a scheme; refuses one that says otherwise than the kept one of its version. */
    final void publish(String file, String text) {
        Scheme scheme = SchemeFile.checked(file, text);
        jdbc.sql(
                        """
                        insert into licences.scheme (
                            scheme, version, division, valid_from, file, body)
                        values (:scheme, :version, :division, :from, :file, :body)
                        on conflict (scheme, version) do nothing
                        """)
                .param("scheme", scheme.name())
                .param("version", scheme.version())
                .param("division", scheme.division())
                .param("from", scheme.from())
                .param("file", file)
                .param("body", text)
                .update();
        if (!kept(scheme.name(), scheme.version()).equals(scheme)) {
            throw new IllegalStateException(
                    "%s: version %d of scheme %s is in force with other content; a change needs a"
                                    .formatted(file, scheme.version(), scheme.name())
                            + " file with a higher version and a later day");
        }
        LOG.info(
                "scheme loaded scheme={} version={} file={}",
                scheme.name(),
                scheme.version(),
                file);
    }

    private Scheme kept(String scheme, int version) {
        return jdbc.sql(
                        """
                        select file, body from licences.scheme
                        where scheme = :scheme and version = :version
                        """)
                .param("scheme", scheme)
                .param("version", version)
                .query((row, _) -> SchemeFile.read(row.getString(1), row.getString(2)))
                .single();
    }

    private List<Scheme> kept() {
        return jdbc.sql("select file, body from licences.scheme order by scheme, version")
                .query((row, _) -> SchemeFile.read(row.getString(1), row.getString(2)))
                .list();
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(FILES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The schemes cannot be found", unreadable);
        }
    }

    private static String textOf(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A scheme cannot be read: " + file, unreadable);
        }
    }
}
