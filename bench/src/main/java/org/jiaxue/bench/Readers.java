package org.jiaxue.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.web.Ids;
import org.jiaxue.web.SenderFinder;
import org.jiaxue.web.ViewerFinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Those who read pages: visitors, and {@value #GUARDIANS} guardians who are signed in and half
 * through every lesson of the starter library.
 */
final class Readers {

    private static final int GUARDIANS = 2_000;
    private static final String SMALL_FILE = "/css/tag.css";

    private final JdbcClient owner;
    private final List<Lesson> library;
    private final String seed = Ids.token(Long.BYTES);

    Readers(JdbcClient owner, List<Lesson> library) {
        this.owner = owner;
        this.library = library;
    }

    /** Removes what an earlier measurement left, and stores everything anew. */
    void fill() {
        run("truncate identity.guardian, identity.token, learning.playback, learning.coverage");
        guardians();
        sessions();
        coverage();
        run("vacuum analyze");
    }

    private void guardians() {
        owner.sql(
                        """
                        insert into identity.guardian
                            (guardian_id, phone_sealed, division, may_record, joined_at)
                        select md5('guardian ' || g)::uuid, '', '330102', true, clock_timestamp()
                        from generate_series(1, :guardians) g
                        """)
                .param("guardians", GUARDIANS)
                .update();
    }

    private void sessions() {
        owner.sql(
                        """
                        insert into identity.token
                            (token_hash, kind, guardian_id, scopes, issued_at, expires_at)
                        select encode(sha256(convert_to(t.token, 'UTF8')), 'hex'), 'COOKIE',
                               t.guardian_id, 'LEARN READ', now(), now() + interval '30 days'
                        from (
                            select md5('guardian ' || g)::uuid as guardian_id,
                                   left(md5(:seed || g::text) || md5(g::text || :seed), 43) as token
                            from generate_series(1, :guardians) g) t
                        """)
                .param("seed", seed)
                .param("guardians", GUARDIANS)
                .update();
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
                .param("lessons", library.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .param("seconds", library.stream().map(Lesson::seconds).toArray(Integer[]::new))
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
                Lesson lesson = library.get(turn++ % library.size());
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
                library.stream()
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
                        select :session || '=' || left(md5(:seed || g::text)
                                   || md5(g::text || :seed), 43)
                               || '; ' || :device || '=' || md5('device ' || g)
                        from generate_series(1, :guardians) g
                        order by g
                        """)
                .param("session", ViewerFinder.SESSION_COOKIE)
                .param("device", SenderFinder.DEVICE_COOKIE)
                .param("seed", seed)
                .param("guardians", GUARDIANS)
                .query(String.class)
                .list();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A setting of the server. */
    String setting(String name) {
        return owner.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private void run(String statement) {
        owner.sql(statement).update();
    }
}
