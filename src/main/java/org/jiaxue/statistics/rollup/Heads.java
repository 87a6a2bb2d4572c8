package org.jiaxue.statistics.rollup;

import java.util.Collection;
import org.apache.datasketches.common.SketchesException;
import org.apache.datasketches.theta.CompactThetaSketch;
import org.apache.datasketches.theta.ThetaSetOperation;
import org.apache.datasketches.theta.ThetaSketch;
import org.apache.datasketches.theta.ThetaUnion;
import org.apache.datasketches.theta.UpdatableThetaSketch;

/**
 * A set of guardians that is told by its size alone: a Theta sketch (Apache DataSketches) of hashes
 * that {@link Veil} makes. Sets can be put together, and whoever is in several is counted once. Up
 * to {@value #EXACT} the size is exact; above, its relative standard error is 1 / √({@value #EXACT}
 * − 1), 0.78 %, so that 95 of 100 estimates are within 1.6 %.
 */
public final class Heads {

    /** How many are counted exactly, in guardians. */
    public static final int EXACT = 16_384;

    private static final int USUAL = 2;
    private static final int HARDLY_EVER_PASSED = 3;

    private final ThetaUnion union =
            ThetaSetOperation.builder().setNominalEntries(EXACT).buildUnion();

    Heads() {}

    /** Adds a guardian. */
    void add(long veiled) {
        union.update(veiled);
    }

    /** Adds those of a set that was stored. */
    void add(byte[] stored) {
        union.union(CompactThetaSketch.wrap(stored));
    }

    void add(Size set) {
        union.union(set.sketch);
    }

    Size size() {
        return new Size(union.getResult(false, null));
    }

    byte[] toStore() {
        return union.getResult().toByteArray();
    }

    /** A stored set without some of those that are in it. */
    static byte[] without(byte[] stored, Collection<Long> veiled) {
        UpdatableThetaSketch gone = UpdatableThetaSketch.builder().setNominalEntries(EXACT).build();
        veiled.forEach(gone::update);
        return ThetaSetOperation.builder()
                .buildANotB()
                .aNotB(CompactThetaSketch.wrap(stored), gone)
                .toByteArray();
    }

    /** How many are in sets that were stored; nobody where one of them cannot be read. */
    static long about(Collection<byte[]> stored) {
        Heads all = new Heads();
        try {
            stored.forEach(all::add);
        } catch (SketchesException | IndexOutOfBoundsException damaged) {
            return 0;
        }
        return all.size().about();
    }

    /** A set as it was at one moment. */
    static final class Size {

        private final ThetaSketch sketch;

        private Size(ThetaSketch sketch) {
            this.sketch = sketch;
        }

        boolean exact() {
            return !sketch.isEstimationMode();
        }

        long about() {
            return Math.round(sketch.getEstimate());
        }

        /** Not less than this, in 97 cases of 100. */
        long least() {
            return (long) Math.ceil(sketch.getLowerBound(USUAL));
        }

        /** Not more than this, in 97 cases of 100. */
        long most() {
            return (long) Math.floor(sketch.getUpperBound(USUAL));
        }

        /** Not more than this, in 998 cases of 1,000. */
        long utmost() {
            return (long) Math.ceil(sketch.getUpperBound(HARDLY_EVER_PASSED));
        }
    }
}
