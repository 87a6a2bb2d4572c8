package org.jiaxue.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.PersonalData;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Times;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/**
 * Everything that is kept of a guardian as one ZIP file: a page to read, a JSON file a room, the
 * rooms' own files. It is read from one moment of the database into a file that has no name any
 * more while it is written, so that nothing is left behind, whatever ends the process, and no slow
 * reader holds up the database.
 */
@Component
class Archive {

    /** Archives that are put together at once in this process. */
    static final int MOST_AT_ONCE = 2;

    /** Bytes of an archive. */
    static final long MOST_BYTES = 64L << 20;

    private static final Duration COME_BACK = Duration.ofSeconds(20);
    private static final String STYLE = "/identity/archive.css";

    private final List<PersonalData> rooms;
    private final Regions regions;
    private final Times times;
    private final TransactionTemplate oneMoment;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Archive(
            List<PersonalData> rooms,
            Regions regions,
            Times times,
            PlatformTransactionManager transactions) {
        this.regions = regions;
        this.rooms =
                rooms.stream()
                        .sorted(Comparator.comparing(room -> order(room.keeps().schema())))
                        .toList();
        this.times = times;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The person first, then what they did, in the order of the road. */
    private static String order(String room) {
        return room.equals("identity") ? "" : room;
    }

    /** Puts a guardian's archive together; refuses with 503 while too many others are. */
    Ready of(GuardianId guardian, Texts texts) {
        if (!places.tryAcquire()) {
            throw new Refusal(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "identity.problem.archives-busy")
                            .retryAfter(COME_BACK));
        }
        try {
            return written(guardian, texts);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            places.release();
        }
    }

    private Ready written(GuardianId guardian, Texts texts) throws IOException {
        FileChannel file = unnamed();
        try {
            OutputStream bounded = new Most(Channels.newOutputStream(file));
            ZipOutputStream zip = new ZipOutputStream(bounded, UTF_8);
            oneMoment.executeWithoutResult(moment -> {
                moment.setRollbackOnly();
                write(guardian, texts, zip);
            });
            zip.finish();
            zip.flush();
            file.position(0);
            return new Ready(file, file.size());
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** A file whose name is gone before anything stands in it. */
    private static FileChannel unnamed() throws IOException {
        Path path = Files.createTempFile("jiaxue-", ".part");
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    private void write(GuardianId guardian, Texts texts, ZipOutputStream zip) {
        Places places = new Places(regions, texts);
        try {
            entry(zip, "README.txt", texts.say("identity.archive.readme", now(texts)));
            for (PersonalData room : telling()) {
                zip.putNextEntry(new ZipEntry("data/" + room.keeps().schema() + ".json"));
                try (JsonTeller json = new JsonTeller(places, zip)) {
                    room.tell(guardian, json);
                }
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("index.html"));
            page(guardian, places, zip);
            zip.closeEntry();
            for (PersonalData room : telling()) {
                room.tell(guardian, new FileTeller(places, zip));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String now(Texts texts) {
        return texts.moment(times.now());
    }

    private void page(GuardianId guardian, Places places, OutputStream out) {
        Texts texts = places.texts();
        PrintWriter page = new PrintWriter(new OutputStreamWriter(out, UTF_8));
        String title = escaped(texts, "identity.archive.title");
        page.print(
                """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header><h1>%s</h1><p>%s</p></header>
                <nav aria-label="%s"><ul>
                """
                        .formatted(
                                texts.tag(),
                                title,
                                style(),
                                title,
                                escaped(texts, "identity.archive.lead", now(texts)),
                                escaped(texts, "identity.archive.parts")));
        parts(texts, page);
        page.print("</ul></nav>\n<main>\n");
        for (PersonalData room : telling()) {
            try (PageTeller teller = new PageTeller(places, page, room.keeps().schema())) {
                room.tell(guardian, teller);
            }
        }
        page.print("</main>\n</body>\n</html>\n");
        page.flush();
    }

    private void parts(Texts texts, PrintWriter page) {
        for (PersonalData room : telling()) {
            String name = room.keeps().schema();
            page.print(
                    "<li><a href=\"#%s\">%s</a></li>\n"
                            .formatted(name, escaped(texts, name + ".told")));
        }
    }

    /** The rooms that keep anything of guardians. */
    private List<PersonalData> telling() {
        return rooms.stream()
                .filter(room ->
                        room.keeps().columns().stream().anyMatch(it -> it.kind().guardians()))
                .toList();
    }

    private static String escaped(Texts texts, String key, Object... args) {
        return HtmlUtils.htmlEscape(texts.say(key, args));
    }

    private static String style() {
        try (InputStream style = Archive.class.getResourceAsStream(STYLE)) {
            if (style == null) {
                throw new IllegalStateException(STYLE + " is missing");
            }
            return new String(style.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    /** An archive to be sent; closing it lets go of the last of it. */
    record Ready(FileChannel file, long bytes) implements AutoCloseable {

        void sendTo(OutputStream out) throws IOException {
            Channels.newInputStream(file).transferTo(out);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Ends what grows beyond every bound. */
    private static final class Most extends FilterOutputStream {

        private long written;

        Most(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            count(length);
            out.write(bytes, from, length);
        }

        private void count(int more) {
            written += more;
            if (written > MOST_BYTES) {
                throw new Refusal(Problem.unprocessable("identity.problem.archive-too-large"));
            }
        }
    }
}
