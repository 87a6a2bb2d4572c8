package org.jiaxue.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.web.SenderFinder;
import org.jiaxue.web.ViewerFinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Those who read pages: visitors, and {@value #GUARDIANS} guardians who are signed in and half
 * through every lesson of the starter lessons.
 */
final class Readers {

    private static final int GUARDIANS = 2_000;
    private static final String SMALL_FILE = "/css/tag.css";

    private final JdbcClient owner;
    private final List<Lesson> lessons;
    private final StoredGuardians guardians;

    Readers(JdbcClient owner, List<Lesson> lessons) {
        this.owner = owner;
        this.lessons = lessons;
        this.guardians = new StoredGuardians(owner, GUARDIANS);
    }

    /** Removes what an earlier measurement left, and stores everything anew. */
    void fill() {
        guardians.fill("COOKIE");
        coverage();
        owner.sql("vacuum analyze").update();
    }

    private void coverage() {
        owner.sql(
                        """
                        insert into learning.coverage
                            (guardian_id, lesson_id, covered, covered_seconds, clock_at)
                        select md5('guardian ' || g)::uuid, l.id,
                               rpad(repeat('1', l.seconds / 2), l.seconds, '0')::varbit,
                               l.seconds / 2, now()
                        from generate_series(1, :guardians) g,
                             unnest(:lessons::uuid[], :seconds::int[]) l (id, seconds)
                        """)
                .param("guardians", GUARDIANS)
                .param("lessons", lessons.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .param("seconds", lessons.stream().map(Lesson::seconds).toArray(Integer[]::new))
                .update();
    }

    Pages home() {
        return new Pages("pages.home", oneForEachThread("/", "action=\"/search\""));
    }

    /** Each guardian's next lesson is another one. */
    Pages lessons() {
        List<Pages.Request> requests = new ArrayList<>();
        int turn = 0;
        for (String cookies : cookies()) {
            for (int i = 0; i < 10; i++) {
                Lesson lesson = lessons.get(turn++ % lessons.size());
                requests.add(
                        new Pages.Request(
                                "/lessons/" + lesson.id(),
                                cookies,
                                lesson.title().zh(),
                                Looking.SIGN_IN));
            }
        }
        return new Pages("pages.lesson", requests);
    }

    /** The lessons' own titles are what is looked for. */
    Pages search() {
        return new Pages(
                "pages.search",
                lessons.stream()
                        .map(it ->
                                visitor(
                                        "/search?q=" + encoded(it.title().zh()),
                                        "/lessons/" + it.id()))
                        .toList());
    }

    /** A small file, which goes through the same server and filters and takes nothing from it. */
    Pages plain() {
        return new Pages("http.plain", oneForEachThread(SMALL_FILE, ".jx-tag"));
    }

    private static List<Pages.Request> oneForEachThread(String path, String holds) {
        return Collections.nCopies(Wrk.THREADS, visitor(path, holds));
    }

    private static Pages.Request visitor(String path, String holds) {
        return new Pages.Request(path, "", holds, "");
    }

    private List<String> cookies() {
        return owner.sql(
                        """
                        select :session || '=' || %s
                               || '; ' || :device || '=' || md5('device ' || g)
                        from generate_series(1, :guardians) g
                        order by g
                        """
                                .formatted(StoredGuardians.TOKEN))
                .param("session", ViewerFinder.SESSION_COOKIE)
                .param("device", SenderFinder.DEVICE_COOKIE)
                .param("seed", guardians.seed())
                .param("guardians", GUARDIANS)
                .query(String.class)
                .list();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A setting of the server. */
    String setting(String name) {
        return Machine.setting(owner, name);
    }
}
