import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiaxue.Jiaxue;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One node of the drill of the ledger: the house over a database that another process runs, and
 * threads that tell facts to it as rooms do. Says {@code node: ready}, waits for {@code go
 * SECONDS}, and leaves in a file which facts were answered.
 */
final class LedgerNode {

    static final int THREADS = 4;

    private static final int MOST_AT_ONCE = 12;
    private static final int MOMENT_MILLIS = 100;
    private static final int GUARDIANS_OF_A_MOMENT = 3;
    private static final String DEADLOCK = "40P01";

    private final Learning learning;
    private final TransactionTemplate transaction;
    private final List<Fact> facts = LedgerFacts.all();
    private final BitSet answered = new BitSet();
    private final AtomicInteger transactions = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger unpaid = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger deadlocks = new AtomicInteger();

    private LedgerNode(ConfigurableApplicationContext house) {
        this.learning = house.getBean(Learning.class);
        this.transaction = house.getBean(TransactionTemplate.class);
    }

    /**
     * Runs a node.
     *
     * @param args the file to leave, and what the house is started with
     */
    public static void main(String[] args) throws Exception {
        String[] house = Arrays.copyOfRange(args, 1, args.length);
        try (ConfigurableApplicationContext started =
                        new SpringApplication(Jiaxue.class).run(house);
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("node: ready");
            String go = in.readLine();
            LedgerNode node = new LedgerNode(started);
            node.run(Integer.parseInt(go.substring("go ".length())));
            node.leave(Path.of(args[0]));
        }
        System.exit(0);
    }

    private void run(int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads =
                IntStream.range(0, THREADS)
                        .mapToObj(number -> Thread.ofPlatform().start(() -> tell(number, end)))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /**
     * Tells in turn its share of the facts, in an order that the same thread of every node has and
     * one of them again; other facts than all other threads about the same few guardians; and the
     * same facts as all of them, all nodes at once.
     */
    private void tell(int number, long end) {
        List<Integer> order =
                IntStream.range(0, facts.size())
                        .filter(it -> it % THREADS == number)
                        .boxed()
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(number));
        Random random = new Random();
        int next = 0;
        for (int time = 0; System.nanoTime() < end; time++) {
            int size = Math.min(1 + random.nextInt(MOST_AT_ONCE), order.size() - next);
            Random moment = new Random(System.currentTimeMillis() / MOMENT_MILLIS);
            switch (time % 3) {
                case 0 -> {
                    List<Integer> batch = new ArrayList<>(order.subList(next, next + size));
                    batch.add(order.get(random.nextInt(order.size())));
                    tell(batch);
                    next = next + size == order.size() ? 0 : next + size;
                }
                case 1 -> tell(aboutSome(moment, random));
                default -> tell(aboutSome(moment, moment));
            }
        }
    }

    /** Facts about the guardians of a moment. */
    private static List<Integer> aboutSome(Random moment, Random random) {
        List<Integer> guardians =
                Stream.generate(() -> moment.nextInt(LedgerFacts.GUARDIANS))
                        .limit(GUARDIANS_OF_A_MOMENT)
                        .toList();
        return Stream.generate(() ->
                        guardians.get(random.nextInt(guardians.size()))
                                        * LedgerFacts.FACTS_A_GUARDIAN
                                + random.nextInt(LedgerFacts.FACTS_A_GUARDIAN))
                .limit(MOST_AT_ONCE / 2)
                .toList();
    }

    /** Tells facts in one transaction; what was answered must be there whatever comes. */
    private void tell(List<Integer> batch) {
        List<Fact> said = batch.stream().map(facts::get).toList();
        try {
            Earner.Earnings earnings = transaction.execute(_ -> learning.record(said));
            transactions.incrementAndGet();
            told.addAndGet(batch.size());
            long entries = earnings.earned().stream().map(Earned::event).distinct().count();
            unpaid.addAndGet((int) (batch.stream().distinct().count() - entries));
            synchronized (answered) {
                batch.forEach(answered::set);
            }
        } catch (DataAccessException | TransactionException refusal) {
            refused.incrementAndGet();
            if (refusal instanceof DataAccessException data
                    && data.getRootCause() instanceof SQLException sql
                    && DEADLOCK.equals(sql.getSQLState())) {
                deadlocks.incrementAndGet();
            }
            System.out.println("node: refused: " + refusal.getMessage());
        }
    }

    private void leave(Path file) throws IOException {
        Files.writeString(
                file,
                "%d %d %d %d %d%n%s%n"
                        .formatted(
                                transactions.get(),
                                told.get(),
                                unpaid.get(),
                                refused.get(),
                                deadlocks.get(),
                                answered.stream()
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining(" "))));
    }
}
