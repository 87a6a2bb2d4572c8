import static java.util.Comparator.comparingInt;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays one lesson after the other, a second a beat, each beat until it is answered. */
final class PlayingGuardian {

    private static final int BEAT_MILLIS = 600;
    private static final String PAID_WHY =
            "\"rule\"\\s*:\\s*\"lesson-completed\"[^}]*?\"why\"\\s*:\\s*\"([^\"]+)\"";

    private static final Pattern LISTED =
            Pattern.compile("\"id\":\"([0-9a-f-]{36})\"[^{}]*?\"seconds\":(\\d+)");
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Api api;
    private final String token;
    private final AtomicInteger answered = new AtomicInteger();
    private final List<Track> tracks = new ArrayList<>();
    private List<String> lessons = List.of();
    private int lesson;
    private int second;
    private int paid;

    private record Track(String lesson, BitSet claimed, BitSet kept) {}

    PlayingGuardian(Api api, String token) {
        this.api = api;
        this.token = token;
    }

    /** How many beats were answered 200 so far. */
    int answered() {
        return answered.get();
    }

    /** How many lessons were paid, when that was last looked at. */
    int paid() {
        return paid;
    }

    void play(AtomicBoolean playing) {
        try {
            if (lessons.isEmpty()) {
                lessons = shortestFirst(ask("GET", "/api/v1/lessons", "").body());
            }
            while (playing.get() && lesson < lessons.size()) {
                playLesson(playing);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> shortestFirst(String listed) {
        record Listed(String id, int seconds) {}
        List<Listed> all = new ArrayList<>();
        Matcher lesson = LISTED.matcher(listed);
        while (lesson.find()) {
            all.add(new Listed(lesson.group(1), Integer.parseInt(lesson.group(2))));
        }
        return all.stream().sorted(comparingInt(Listed::seconds)).map(Listed::id).toList();
    }

    private void playLesson(AtomicBoolean playing) throws InterruptedException {
        String id = lessons.get(lesson);
        String playback = UUID.randomUUID().toString();
        String body = start(playback, id);
        int seconds = number("seconds", body);
        if (second == 0) {
            // What was learned before the drill is there already: nothing new could be written.
            second = covered(body).nextClearBit(0);
        }
        Track track = trackOf(id, body);
        while (playing.get() && second < seconds) {
            Thread.sleep(BEAT_MILLIS);
            beat(playback, track);
        }
        if (second >= seconds) {
            lesson++;
            second = 0;
        }
    }

    private void beat(String playback, Track track) throws InterruptedException {
        track.claimed().set(second);
        String played = "{\"played\":[[" + second + "," + (second + 1) + "]]}";
        HttpResponse<String> answer =
                ask("POST", "/api/v1/playbacks/" + playback + "/beats", played);
        if (answer.statusCode() == 200 && answer.body().contains("\"cutSeconds\":0")) {
            track.kept().set(second);
            answered.incrementAndGet();
            second++;
        } else if (answer.statusCode() == CONFLICT || answer.statusCode() == NOT_FOUND) {
            // What was told late made another playback active, or the start's reply was lost.
            start(playback, track.lesson());
        }
    }

    private Track trackOf(String id, String body) {
        for (Track track : tracks) {
            if (track.lesson().equals(id)) {
                return track;
            }
        }
        Track track = new Track(id, covered(body), covered(body));
        tracks.add(track);
        return track;
    }

    /** What the service has of this guardian, held against what was claimed and answered. */
    Damage damage() throws InterruptedException {
        Damage damage = new Damage(0, 0, paidWrongly());
        for (Track track : tracks) {
            BitSet there = covered(start(UUID.randomUUID().toString(), track.lesson()));
            BitSet lost = (BitSet) track.kept().clone();
            lost.andNot(there);
            BitSet extra = (BitSet) there.clone();
            extra.andNot(track.claimed());
            damage = damage.and(new Damage(lost.cardinality(), extra.cardinality(), 0));
        }
        return damage;
    }

    private int paidWrongly() throws InterruptedException {
        String points = ask("GET", "/api/v1/me/points?limit=200", "").body();
        // The sums by category stand before the entries and are named points as well.
        String entries = points.substring(points.indexOf("\"entries\""));
        int sum =
                Api.all("\"points\"\\s*:\\s*(-?\\d+)", entries).stream()
                        .mapToInt(Integer::parseInt)
                        .sum();
        int wrong = number("balance", points) == sum ? 0 : 1;
        Set<String> once = new HashSet<>();
        for (String why : Api.all(PAID_WHY, entries)) {
            wrong += once.add(why.replaceAll("》.*", "")) ? 0 : 1;
        }
        paid = once.size();
        return wrong;
    }

    private String start(String playback, String id) throws InterruptedException {
        return ask("PUT", "/api/v1/playbacks/" + playback, "{\"lesson\":\"" + id + "\"}").body();
    }

    private HttpResponse<String> ask(String method, String path, String body)
            throws InterruptedException {
        return api.ask(token, method, path, body);
    }

    private static int number(String name, String body) {
        return Integer.parseInt(Api.all("\"" + name + "\"\\s*:\\s*(-?\\d+)", body).getFirst());
    }

    private static BitSet covered(String body) {
        BitSet covered = new BitSet();
        String spans =
                body.replaceAll("(?s).*\"covered\"\\s*:\\s*(\\[.*?\\]\\s*\\]|\\[\\s*\\]).*", "$1");
        Matcher span = Pattern.compile("\\[\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\]").matcher(spans);
        while (span.find()) {
            covered.set(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)));
        }
        return covered;
    }
}
