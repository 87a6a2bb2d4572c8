import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Guardians who start playbacks at two nodes at the same moment and tell beats of both to both, as
 * two devices would. One of the two earns and never both; starting the other makes it the one, for
 * the very next beat, at whichever node. Run by drills/run.
 */
final class Elsewhere {

    private static final List<Integer> PORTS = List.of(18_550, 18_552);
    private static final int GUARDIANS = 25;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int BEAT_MILLIS = 700;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final String COVERED =
            "select coalesce(sum(covered_seconds), 0) from learning.coverage";

    private final House house;
    private final List<Api> nodes =
            PORTS.stream().map(it -> new Api(List.of(it), PATIENCE)).toList();
    private final ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger both = new AtomicInteger();
    private final AtomicInteger neither = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger earned = new AtomicInteger();

    /** A device's playback, started at the node of its number. */
    private record Playback(String lesson, String id, int from) {

        String path() {
            return "/api/v1/playbacks/" + id;
        }
    }

    private Elsewhere(House house) {
        this.house = house;
    }

    /**
     * Runs the drill.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}
     */
    public static void main(String[] args) throws Exception {
        Drill.run(
                "elsewhere",
                args,
                (house, longForm) -> {
                    Map<Integer, Map<String, String>> nodes = new LinkedHashMap<>();
                    PORTS.forEach(port -> nodes.put(port, Map.of()));
                    house.start(nodes);
                    return new Elsewhere(house).run(longForm ? 100 : 8);
                });
    }

    private boolean run(int times) throws Exception {
        System.out.printf("elsewhere: two nodes, %d guardians with two devices%n", GUARDIANS);
        List<String> tokens = Guardians.bearers(house.owner(), GUARDIANS);
        String list = nodes.getFirst().ask("", "GET", "/api/v1/lessons", "").body();
        List<String> lessons = Api.all("\"id\":\"([0-9a-f-]{36})\"", list);
        long before = house.number(COVERED);
        List<Future<Void>> guardians = new ArrayList<>();
        for (String token : tokens) {
            guardians.add(devices.submit(() -> play(token, lessons, times)));
        }
        for (Future<Void> guardian : guardians) {
            guardian.get();
        }
        long covered = house.number(COVERED) - before;
        System.out.printf(
                "elsewhere starts at the same moment %d  both earned %d  neither %d  beats taken"
                        + " after a start elsewhere %d  seconds taken %d, counted %d%n",
                rounds.get(), both.get(), neither.get(), late.get(), earned.get(), covered);
        return Drill.holds(both.get() + neither.get() + late.get() == 0, "not exactly one plays")
                & Drill.holds(covered == earned.get(), "seconds were counted twice, or not at all")
                & Drill.holds(earned.get() > 0, "nothing was earned")
                & Drill.holds(house.playingTwice() == 0, "a guardian plays twice at a time")
                & Drill.holds(house.paidWrongly() == 0, "something was paid wrongly");
    }

    /** Two different lessons, another time the same one, which have one clock in either case. */
    private Void play(String token, List<String> lessons, int times) throws Exception {
        for (int time = 0; time < times; time++) {
            String one = lessons.get(time % lessons.size());
            String other = lessons.get((time + time % 2) % lessons.size());
            round(token, one, other);
        }
        return null;
    }

    private void round(String token, String lesson, String other) throws Exception {
        Future<Playback> here = devices.submit(() -> start(0, token, lesson));
        Future<Playback> there = devices.submit(() -> start(1, token, other));
        List<Playback> playbacks = List.of(here.get(), there.get());
        rounds.incrementAndGet();
        Thread.sleep(BEAT_MILLIS);
        List<Integer> taken = tellBoth(token, playbacks, 0);
        if (taken.size() != 1) {
            (taken.isEmpty() ? neither : both).incrementAndGet();
            return;
        }
        int playing = taken.getFirst();
        int resting = 1 - playing;
        // At the other node than the one that it was begun at, and the beat at the other again.
        restart(playing, token, playbacks.get(resting));
        if (beat(resting, token, playbacks.get(playing), 1).statusCode() != CONFLICT) {
            late.incrementAndGet();
        }
        Thread.sleep(BEAT_MILLIS);
        List<Integer> after = tellBoth(token, playbacks, 2);
        if (after.size() != 1 || after.getFirst() != resting) {
            (after.isEmpty() ? neither : both).incrementAndGet();
        }
        earned.addAndGet(taken.size() + after.size());
    }

    private Playback start(int node, String token, String lesson) throws Exception {
        String id = UUID.randomUUID().toString();
        String body = nodes.get(node).ask(token, "PUT", path(id), named(lesson)).body();
        List<String> ends = Api.all("\\[\\d+,(\\d+)\\]", body);
        return new Playback(lesson, id, ends.isEmpty() ? 0 : Integer.parseInt(ends.getLast()));
    }

    private void restart(int node, String token, Playback playback) throws Exception {
        nodes.get(node).ask(token, "PUT", playback.path(), named(playback.lesson()));
    }

    private static String path(String id) {
        return "/api/v1/playbacks/" + id;
    }

    private static String named(String lesson) {
        return "{\"lesson\":\"" + lesson + "\"}";
    }

    /** Tells a new second of both to both nodes at the same moment; which of them were taken. */
    private List<Integer> tellBoth(String token, List<Playback> playbacks, int second)
            throws Exception {
        List<Callable<HttpResponse<String>>> tellings = new ArrayList<>();
        for (int telling = 0; telling < 4; telling++) {
            Playback playback = playbacks.get(telling / 2);
            int node = telling % 2;
            tellings.add(() -> beat(node, token, playback, second));
        }
        List<Future<HttpResponse<String>>> answers = devices.invokeAll(tellings);
        List<Integer> taken = new ArrayList<>();
        for (int number = 0; number < playbacks.size(); number++) {
            if (took(answers.get(2 * number)) || took(answers.get(2 * number + 1))) {
                taken.add(number);
            }
        }
        return taken;
    }

    private static boolean took(Future<HttpResponse<String>> answer) throws Exception {
        return answer.get().statusCode() == OK;
    }

    private HttpResponse<String> beat(int node, String token, Playback playback, int second)
            throws Exception {
        int from = playback.from() + second;
        String played = "{\"played\":[[" + from + "," + (from + 1) + "]]}";
        return nodes.get(node).ask(token, "POST", playback.path() + "/beats", played);
    }
}
