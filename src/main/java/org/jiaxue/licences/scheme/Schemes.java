package org.jiaxue.licences.scheme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFiles;
import org.jiaxue.web.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every scheme in every version. The files that ship and those that were brought are kept at the
 * start, once: all of them or, where one has a fault, none.
 */
@Component
public class Schemes {

    private static final Logger LOG = LoggerFactory.getLogger(Schemes.class);

    private static final Comparator<Scheme> ORDER =
            Comparator.comparingInt((Scheme it) -> it.byAge() ? 0 : 1)
                    .thenComparingInt(it -> -it.division().length())
                    .thenComparing(Scheme::name);

    private final JdbcClient jdbc;
    private final List<Scheme> schemes;

    Schemes(JdbcClient jdbc, TransactionTemplate transactions, Settings settings) {
        this.jdbc = jdbc;
        List<DataFiles.Named> files = DataFiles.of("schemes", settings.data());
        Set<String> shipped = new HashSet<>();
        Map<String, Scheme> kept = kept();
        transactions.executeWithoutResult(
                _ -> DataFiles.each(files, file -> publish(file, shipped, kept)));
        boolean allKept = files.stream().allMatch(file -> kept.containsKey(file.text()));
        this.schemes = List.copyOf(allKept ? kept.values() : kept().values());
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

    /**
     * Keeps a scheme; refuses one that says otherwise than the kept one of its version.
     *
     * @param shipped the names of those that ship, so far
     * @param kept what was kept before, which is neither checked nor kept once more
     * @throws DataFault what is wrong with it
     */
    private void publish(DataFiles.Named file, Set<String> shipped, Map<String, Scheme> kept) {
        Scheme same = kept.get(file.text());
        Scheme scheme = same != null ? same : SchemeFile.checked(file.name(), file.text());
        if (!file.brought()) {
            shipped.add(scheme.name());
        } else if (shipped.contains(scheme.name()) && scheme.version() < DataFiles.FIRST_BROUGHT) {
            throw file.at("version")
                    .wrong(
                            "方案 %s 是随软件带的；要改它，版本号从 %d 起"
                                    .formatted(scheme.name(), DataFiles.FIRST_BROUGHT),
                            "must be %d or more: the scheme %s ships, with the versions below"
                                    .formatted(DataFiles.FIRST_BROUGHT, scheme.name()));
        }
        if (same == null) {
            keep(scheme, file);
        }
        LOG.info(
                "scheme loaded scheme={} version={} file={}",
                scheme.name(),
                scheme.version(),
                file.name());
    }

    private void keep(Scheme scheme, DataFiles.Named file) {
        insert(scheme, file);
        if (!kept(scheme.name(), scheme.version()).equals(scheme)) {
            throw file.at("version")
                    .wrong(
                            "方案 %s 的第 %d 版已经在用，内容不同；要改请用更高的版本号和更晚的日子"
                                    .formatted(scheme.name(), scheme.version()),
                            "version %d of the scheme %s is in use with other content; a change"
                                            .formatted(scheme.version(), scheme.name())
                                    + " needs a higher version and a later day");
        }
    }

    private void insert(Scheme scheme, DataFiles.Named file) {
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
                .param("file", file.name())
                .param("body", file.text())
                .update();
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

    /** By their texts, which say their names and versions. */
    private Map<String, Scheme> kept() {
        Map<String, Scheme> byText = new LinkedHashMap<>();
        jdbc.sql("select file, body from licences.scheme order by scheme, version")
                .query(row -> {
                    String text = row.getString(2);
                    byText.put(text, SchemeFile.read(row.getString(1), text));
                });
        return byText;
    }
}
