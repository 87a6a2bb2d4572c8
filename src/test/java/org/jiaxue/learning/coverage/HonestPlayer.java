package org.jiaxue.learning.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A page that plays a lesson honestly and tells it as the product's script does (beats.js), over a
 * network that loses, delays, repeats and reorders, against the arithmetic of the server. Times are
 * milliseconds; the page knows only what answers tell it.
 */
final class HonestPlayer {

    static final int SECONDS = 900;
    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_SECONDS = 100;
    private static final int A_SECOND = 500;

    /**
     * What happens next.
     *
     * @param millis until the page's timer tells again; long where it was put to sleep
     * @param hundredthsOfSpeed 0 for a pause, else 50 to 200
     * @param seekTo a second, or -1 to play on
     * @param reload whether the page is left and opened again afterwards
     */
    record Step(
            int millis,
            int hundredthsOfSpeed,
            int seekTo,
            boolean reload,
            LossyNetwork.Network network) {}

    private record Beat(BitSet played, long at) {}

    private final LossyNetwork network;
    private final BitSet played = new BitSet();
    private final BitSet told = new BitSet();
    private long stretch;
    private long position;

    private BitSet rest = new BitSet();
    private final List<Beat> queue = new ArrayList<>();
    private boolean started;
    private long behind;
    private long used;

    private boolean active;
    private Coverage server = Coverage.none(SECONDS, START);
    private int cut;

    HonestPlayer(Random fate) {
        this.network = new LossyNetwork(fate);
    }

    int cutSeconds() {
        return cut;
    }

    BitSet played() {
        return played;
    }

    Coverage server() {
        return server;
    }

    void live(Step step) {
        if (step.seekTo() >= 0) {
            position = step.seekTo() * 1000L;
            stretch = position;
        }
        network.pass(
                step.millis(),
                step.network(),
                millis -> play(millis * step.hundredthsOfSpeed() / 100));
        tell(step.hundredthsOfSpeed() > 0);
        if (step.reload()) {
            reload();
        }
    }

    /** Nothing more is played and the network is good again: what waits is told, ten by ten. */
    void rest(BooleanSupplier done) {
        for (int i = 0; i < 3 * SECONDS && !done.getAsBoolean(); i++) {
            live(new Step(10_000, 0, -1, false, LossyNetwork.Network.GOOD));
            tell(true);
        }
    }

    private void play(long content) {
        position = Math.min(SECONDS * 1000L, position + content);
        int from = (int) Math.ceilDiv(stretch, 1000);
        if (position / 1000 > from) {
            played.set(from, (int) (position / 1000));
            stretch = position / 1000 * 1000;
        }
    }

    private void tell(boolean runs) {
        BitSet fresh = (BitSet) played.clone();
        fresh.andNot(told);
        told.or(fresh);
        queueUp(fresh);
        if (started) {
            send();
        } else if (runs) {
            begin();
        }
    }

    private void queueUp(BitSet fresh) {
        rest.or(fresh);
        if (!started) {
            return;
        }
        long clock = network.now() - behind;
        long since = used;
        int room = (int) Math.max(0, (clock - since) / A_SECOND);
        BitSet left = first(rest, room);
        rest.andNot(left);
        int all = left.cardinality();
        for (int done = 0; !left.isEmpty(); ) {
            BitSet part = first(left, MOST_SECONDS);
            while (spans(part) > Coverage.MOST_SPANS_A_BEAT) {
                part = first(part, part.cardinality() - 1);
            }
            left.andNot(part);
            done += part.cardinality();
            put(
                    part,
                    left.isEmpty()
                            ? clock
                            : since + Math.ceilDiv((clock - since) * done, (long) all));
        }
    }

    private void put(BitSet part, long at) {
        used = Math.max(used + (long) part.cardinality() * A_SECOND, at - A_SECOND);
        if (!queue.isEmpty() && !network.waiting()) {
            BitSet joined = (BitSet) queue.getLast().played().clone();
            joined.or(part);
            if (spans(joined) <= Coverage.MOST_SPANS_A_BEAT
                    && joined.cardinality() <= MOST_SECONDS) {
                queue.set(queue.size() - 1, new Beat(joined, at));
                return;
            }
        }
        queue.add(new Beat(part, at));
    }

    /** What an earlier page left goes first, then the start. */
    private void begin() {
        if (network.waiting()) {
            return;
        }
        if (!queue.isEmpty() && active) {
            sendSome(this::begin);
            return;
        }
        network.ask(() -> {
            // A playback that is active already is left alone.
            if (!active) {
                server = Coverage.of(Bits.of(server), instant(network.now()));
                active = true;
            }
            long said = network.now();
            return () -> begun(said);
        });
    }

    private void begun(long said) {
        started = true;
        behind = network.now() - said;
        used = said + 1;
        queue.forEach(beat -> rest.or(beat.played()));
        queue.clear();
        queueUp(new BitSet());
        send();
    }

    private void send() {
        if (!network.waiting() && !queue.isEmpty()) {
            sendSome(this::send);
        }
    }

    private void sendSome(Runnable then) {
        List<Beat> some = List.copyOf(queue.subList(0, Math.min(queue.size(), MOST_AT_ONCE)));
        network.ask(() -> {
            some.forEach(this::hear);
            return () -> {
                queue.subList(0, some.size()).clear();
                then.run();
            };
        });
    }

    private void hear(Beat beat) {
        List<Span> spans = new ArrayList<>();
        for (int from = beat.played().nextSetBit(0); from >= 0; ) {
            int to = beat.played().nextClearBit(from);
            spans.add(new Span(from, to));
            from = beat.played().nextSetBit(to);
        }
        Coverage.Heard heard = server.hear(spans, instant(network.now()), instant(beat.at()));
        cut += heard.cutSeconds();
        server = heard.after();
    }

    /** The page goes away: what waits is sent once more, and kept for the page that comes. */
    private void reload() {
        if (started && !queue.isEmpty()) {
            network.forget();
            sendSome(() -> {});
        }
        network.forget();
        started = false;
        stretch = position;
    }

    private static BitSet first(BitSet set, int most) {
        BitSet first = new BitSet();
        set.stream().limit(most).forEach(first::set);
        return first;
    }

    private static int spans(BitSet set) {
        return (int) set.stream().filter(second -> second == 0 || !set.get(second - 1)).count();
    }

    private static Instant instant(long millis) {
        // The server counts finer than a page.
        return START.plus(Duration.ofMillis(millis)).plusNanos(500_000);
    }
}
