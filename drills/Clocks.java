import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two nodes over one database whose clocks are five minutes apart, one before the database's and
 * one after it, and guardians whose every request goes to the other node. Run by drills/run.
 */
final class Clocks {

    private static final int SLOW = 18_540;
    private static final int FAST = 18_542;
    private static final int GATEWAY = 18_548;
    private static final int BEHIND = -120;
    private static final int AHEAD = 180;
    private static final String SOURCE = "drills/clock.c";
    private static final String DOCUMENT = "/.well-known/did.json";
    private static final int GUARDIANS = 40;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int TOO_MANY = 429;
    private static final int CODES_AN_HOUR = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration ASKED_WITHIN = Duration.ofSeconds(20);
    private static final Duration MOST_APART = Duration.ofSeconds(2);

    private final House house;
    private final Gateway gateway;
    private final Api slow = new Api(List.of(SLOW), PATIENCE);
    private final Api fast = new Api(List.of(FAST), PATIENCE);

    private Clocks(House house, Gateway gateway) {
        this.house = house;
        this.gateway = gateway;
    }

    /**
     * Runs the drill.
     *
     * @param args the jar, taken apart, and {@code long} or {@code short}
     */
    public static void main(String[] args) throws Exception {
        Drill.run(
                "clocks",
                args,
                (house, longForm) -> {
                    Path library = house.data().resolve("clock.so");
                    compile(library);
                    Map<Integer, Map<String, String>> nodes = new LinkedHashMap<>();
                    nodes.put(SLOW, clock(library, BEHIND));
                    nodes.put(FAST, clock(library, AHEAD));
                    house.start(nodes);
                    try (Gateway gateway = new Gateway(GATEWAY)) {
                        return new Clocks(house, gateway).run(longForm ? 240 : 20);
                    }
                });
    }

    private static void compile(Path library) throws Exception {
        Process cc =
                new ProcessBuilder(
                                "cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), SOURCE)
                        .inheritIO()
                        .start();
        if (cc.waitFor() != 0) {
            throw new IllegalStateException("drills/clock.c could not be compiled");
        }
    }

    /** Has a process see another time on the wall; what passes, it sees as it is. */
    private static Map<String, String> clock(Path library, int ahead) {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "AHEAD_SECONDS", Integer.toString(ahead),
                "JIAXUE_SENDER", "http://localhost:" + GATEWAY);
    }

    private boolean run(int seconds) throws Exception {
        System.out.printf(
                "clocks: two nodes, %+d s and %+d s off the database's, %d guardians play%n",
                BEHIND, AHEAD, GUARDIANS);
        Api both = new Api(List.of(SLOW, FAST), PATIENCE);
        Playing guardians = new Playing(both, Guardians.bearers(house.owner(), GUARDIANS));
        guardians.begin();
        boolean held = apart() & allowances() & signIn() & throttle() & unchanged();
        Thread.sleep(Duration.ofSeconds(seconds));
        guardians.end();
        Damage damage = guardians.damage();
        System.out.printf(
                "clocks beats answered %5d  lessons paid %d  %s%n",
                guardians.answered(), guardians.paid(), damage);
        return held
                & Drill.holds(guardians.paid() > 0, "no lesson was completed")
                & Drill.holds(house.paidWrongly() == 0, "something was paid wrongly")
                & guardians.answered() > GUARDIANS
                & damage.equals(Damage.NONE);
    }

    /** By the hour that their servers write into every answer, they are what the drill is about. */
    private boolean apart() throws Exception {
        Duration apart = Duration.between(date(slow), date(fast));
        System.out.printf("clocks are %d s apart%n", apart.toSeconds());
        return Drill.holds(
                apart.minusMinutes(5).abs().compareTo(ASKED_WITHIN) <= 0,
                "the clocks are not five minutes apart");
    }

    private static Instant date(Api node) throws InterruptedException {
        String date = node.ask("", "GET", "/", "").headers().firstValue("Date").orElseThrow();
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    /**
     * What was played offline counts by the time that the node which began it told; a claim at the
     * other node has no more than twice the time that passed.
     */
    private boolean allowances() throws Exception {
        boolean held = true;
        for (List<Api> way : List.of(List.of(slow, fast), List.of(fast, slow))) {
            String token = Guardians.bearers(house.owner(), 1).getFirst();
            String playback = UUID.randomUUID().toString();
            String lesson = longest();
            String path = "/api/v1/playbacks/" + playback;
            String body = "{\"lesson\":\"" + lesson + "\"}";
            long began = System.nanoTime();
            String started = way.getFirst().ask(token, "PUT", path, body).body();
            Instant now = Instant.parse(Api.all("\"now\":\"([^\"]+)\"", started).getFirst());
            Duration off = Duration.between(Instant.now(), now).abs();
            int seconds = Integer.parseInt(Api.all("\"seconds\":(\\d+)", started).getFirst());
            Thread.sleep(4_000);
            String item = "{\"playback\":\"%s\",\"played\":[[%d,%d]],\"at\":\"%s\"}";
            List<String> offline = new ArrayList<>();
            for (int at = 1; at <= 3; at++) {
                int second = seconds - 4 + at;
                offline.add(item.formatted(playback, second, second + 1, now.plusSeconds(at)));
            }
            String told = way.getLast().ask(token, "POST", "/api/v1/beats", "" + offline).body();
            int cut = sum("\"cutSeconds\":(\\d+)", told);
            String greedy = "{\"played\":[[0," + (seconds - 5) + "]]}";
            String most = way.getLast().ask(token, "POST", path + "/beats", greedy).body();
            double passed = (System.nanoTime() - began) / 1e9;
            int before = sum("\"coveredSeconds\":(\\d+)", started);
            int earned = sum("\"coveredSeconds\":(\\d+)", most) - before;
            System.out.printf(
                    "clocks offline seconds cut %d, earned %d in %.1f s, told time off by %d ms%n",
                    cut, earned, passed, off.toMillis());
            held &=
                    Drill.holds(cut == 0, "what was played offline was cut: " + told)
                            & Drill.holds(
                                    earned <= 2 * passed + 1, "earned more than twice the time")
                            & Drill.holds(off.compareTo(MOST_APART) < 0, "the told time is off");
        }
        return held;
    }

    private String longest() throws Exception {
        String list = slow.ask("", "GET", "/api/v1/lessons", "").body();
        return Api.all("\"id\":\"([0-9a-f-]{36})\"", list).getLast();
    }

    private static int sum(String pattern, String text) {
        return Api.all(pattern, text).stream().mapToInt(Integer::parseInt).sum();
    }

    /** A code that one node sent is entered at the other, and the token shown at the first. */
    private boolean signIn() throws Exception {
        int signedIn = 0;
        Instant ends = null;
        Duration apart = Duration.ZERO;
        for (List<Api> way : List.of(List.of(slow, fast), List.of(fast, slow))) {
            String phone = "1380000444" + (way.getFirst() == slow ? 1 : 2);
            String asked = "{\"phone\":\"" + phone + "\"}";
            way.getFirst().ask("", "POST", "/api/v1/sign-in/codes", asked);
            String shown =
                    "{\"phone\":\"%s\",\"code\":\"%s\"}".formatted(phone, gateway.code(phone));
            HttpResponse<String> answer = way.getLast().ask("", "POST", "/api/v1/tokens", shown);
            if (answer.statusCode() != OK) {
                System.out.println("  code refused: " + answer.body());
                continue;
            }
            String token = Api.all("\"token\":\"([^\"]+)\"", answer.body()).getFirst();
            String until = Api.all("\"expiresAt\":\"([^\"]+)\"", answer.body()).getFirst();
            apart = ends == null ? apart : Duration.between(ends, Instant.parse(until)).abs();
            ends = Instant.parse(until);
            for (Api node : way) {
                int status = node.ask(token, "GET", "/api/v1/me/points", "").statusCode();
                signedIn += status == OK ? 1 : 0;
            }
        }
        System.out.printf(
                "clocks signed in %d of 4, ends of their tokens %d s apart%n",
                signedIn, apart.toSeconds());
        return Drill.holds(signedIn == 4, "a code of one node is not good at the other")
                & Drill.holds(apart.compareTo(MOST_APART.multipliedBy(2)) < 0, "ends are apart");
    }

    /** Codes asked for at both nodes in turn are counted together. */
    private boolean throttle() throws Exception {
        String asked = "{\"phone\":\"13800004449\"}";
        List<Integer> sent = new ArrayList<>();
        long longest = 0;
        for (int time = 0; time < CODES_AN_HOUR + 4; time++) {
            Api node = time % 2 == 0 ? slow : fast;
            HttpResponse<String> answer = node.ask("", "POST", "/api/v1/sign-in/codes", asked);
            if (answer.statusCode() == TOO_MANY) {
                longest =
                        Math.max(
                                longest,
                                answer.headers().firstValueAsLong("Retry-After").orElse(-1));
            } else {
                sent.add(answer.statusCode());
            }
        }
        System.out.printf(
                "clocks codes sent %d of %d, then %d s to wait%n",
                sent.size(), CODES_AN_HOUR + 4, longest);
        return Drill.holds(sent.size() == CODES_AN_HOUR, "codes were sent: " + sent)
                & Drill.holds(longest > 0 && longest <= 3_600, "no time to wait is told");
    }

    /** What one node has sent is known at the other as unchanged, and under the same name. */
    private boolean unchanged() throws Exception {
        HttpResponse<String> sent = slow.get(DOCUMENT, Map.of());
        String tag = sent.headers().firstValue("ETag").orElse("");
        int again = fast.get(DOCUMENT, Map.of("If-None-Match", tag)).statusCode();
        List<String> names = files(slow);
        System.out.printf(
                "clocks document asked for again %d, %d files of the first page%n",
                again, names.size());
        return Drill.holds(again == NOT_MODIFIED, "the document is sent again")
                & Drill.holds(
                        names.size() > 2 && names.equals(files(fast)), "files have two names");
    }

    private static List<String> files(Api node) throws Exception {
        String page = node.ask("", "GET", "/", "").body();
        return Api.all("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))", page);
    }
}
