package org.jiaxue.licences;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.licences.scheme.Scheme.Level;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The schemes as what a licence opens is named by: their layers and levels, who stands where. */
@Component
public class Ladders {

    private final Schemes schemes;
    private final Licences licences;
    private final Times times;

    Ladders(Schemes schemes, Licences licences, Times times) {
        this.schemes = schemes;
        this.licences = licences;
        this.times = times;
    }

    /**
     * A scheme's steps.
     *
     * @param levels from the first up
     */
    public record Ladder(String scheme, Words name, List<Step> layers, List<Words> levels) {

        /** The layer of this name, if the scheme has it. */
        public Optional<Step> layer(String layer) {
            return layers.stream().filter(it -> it.name().equals(layer)).findFirst();
        }
    }

    /** A layer by its name in the scheme. */
    public record Step(String name, Words title) {}

    /** A level of a layer, reached or to be reached. */
    public record Rung(String scheme, String layer, int level) {

        /**
         * Whether it is at least as high.
         *
         * @param other the layer that is asked for; null for any
         */
        public boolean reaches(String otherScheme, @Nullable String other, int otherLevel) {
            return scheme.equals(otherScheme)
                    && (other == null || layer.equals(other))
                    && level >= otherLevel;
        }
    }

    /** The schemes in force at a division today; those by age come first. */
    public List<Ladder> at(String division) {
        return schemes.inForce(division, times.today()).stream().map(Ladders::ladder).toList();
    }

    /** A scheme in its latest version; empty where it is not known. */
    public Optional<Ladder> named(String scheme) {
        return schemes.known(scheme).map(Ladders::ladder);
    }

    /** Every level that a guardian holds. */
    public List<Rung> held(GuardianId guardian) {
        return licences.of(guardian).stream()
                .map(it -> new Rung(it.scheme(), it.layer(), it.level()))
                .toList();
    }

    /** The level that comes next in each layer that is the guardian's now, of every scheme. */
    public List<Rung> next(GuardianId guardian) {
        Stream<Rung> ages =
                licences.standings(guardian).stream()
                        .flatMap(all -> all.storeys().stream().flatMap(it -> next(all, it)));
        Stream<Rung> others =
                licences.paths(guardian).stream()
                        .flatMap(path -> path.rungs().stream().flatMap(it -> next(path, it)));
        return Stream.concat(ages, others).toList();
    }

    private static Stream<Rung> next(Licences.Standings all, Licences.Storey one) {
        return one.time() == Licences.Time.NOW && one.reached() < one.levels()
                ? Stream.of(new Rung(all.scheme(), one.layer(), one.reached() + 1))
                : Stream.empty();
    }

    private static Stream<Rung> next(Licences.Path path, Licences.Rung one) {
        return Stream.ofNullable(one.next())
                .map(it -> new Rung(path.scheme(), one.layer(), it.level()));
    }

    private static Ladder ladder(Scheme scheme) {
        return new Ladder(
                scheme.name(),
                scheme.title(),
                scheme.layers().stream().map(Ladders::step).toList(),
                scheme.levels().stream().map(Level::title).toList());
    }

    private static Step step(Layer layer) {
        return new Step(layer.name(), layer.title());
    }
}
