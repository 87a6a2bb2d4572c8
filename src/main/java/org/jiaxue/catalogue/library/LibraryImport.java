package org.jiaxue.catalogue.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.media.MediaStorage;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports a library: {@code lessons/*.yaml}, {@code courses/*.yaml} and, beside them, {@code
 * media/SLUG.mp4}, {@code .m4a}, {@code .jpg}, {@code .zh.vtt} and {@code .en.vtt}. All of it or,
 * if anything is faulty, nothing. A second import of the same files changes nothing; a lesson that
 * is no longer in them stays, because people have learned it.
 */
@Component
public class LibraryImport {

    private static final String FORMAT = "2";
    private static final String YAML = ".yaml";
    private static final Map<String, String> MEDIA_PARTS =
            Map.of(
                    "VIDEO", ".mp4",
                    "AUDIO", ".m4a",
                    "POSTER", ".jpg",
                    "CAPTIONS_ZH", ".zh.vtt",
                    "CAPTIONS_EN", ".en.vtt");

    private final LibraryStore store;
    private final MediaStorage storage;
    private final TransactionTemplate transaction;
    private final PathMatchingResourcePatternResolver files =
            new PathMatchingResourcePatternResolver();

    LibraryImport(
            LibraryStore store, MediaStorage storage, PlatformTransactionManager transactions) {
        this.store = store;
        this.storage = storage;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Imports what lies at a location; {@code Catalogue.refresh()} then shows it at once.
     *
     * @param location with a slash at its end, such as {@code classpath:/starter/} or {@code
     *     file:/srv/library/}
     * @throws FaultyLibrary naming file and field of everything that is wrong
     */
    public Imported from(String location) {
        try {
            return read(location);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The library cannot be read: " + location, unreadable);
        }
    }

    private Imported read(String location) throws IOException {
        Map<String, byte[]> told = texts(location, "lessons");
        Map<String, byte[]> grouped = texts(location, "courses");
        Map<String, Resource> media = media(location);
        if (kept(told, grouped, media)) {
            return new Imported(0, told.size() + grouped.size());
        }
        List<Fault> faults = new ArrayList<>();
        DraftReader reader = new DraftReader(faults);
        List<LessonDraft> lessons = new ArrayList<>();
        told.forEach((slug, yaml) ->
                reader.lesson("lessons/" + slug + YAML, yaml)
                        .ifPresent(it -> lessons.add(it.with(Map.of(), hash(yaml)))));
        List<CourseDraft> courses = new ArrayList<>();
        grouped.forEach((slug, yaml) ->
                reader.course("courses/" + slug + YAML, yaml, hash(yaml)).ifPresent(courses::add));
        judgeTogether(lessons, courses, faults);
        judgePacks(lessons, faults);
        lessons.forEach(lesson -> judgeMedia(lesson, media, faults));
        if (!faults.isEmpty()) {
            throw new FaultyLibrary(faults);
        }
        List<LessonDraft> complete = new ArrayList<>();
        for (LessonDraft lesson : lessons) {
            complete.add(withMedia(lesson, media));
        }
        return transaction.execute(_ -> write(complete, courses));
    }

    /** The files of a folder by their names without .yaml, in their order. */
    private Map<String, byte[]> texts(String location, String folder) throws IOException {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        for (Resource file : files.getResources(location + folder + "/*" + YAML)) {
            String name = String.valueOf(file.getFilename());
            texts.put(name.substring(0, name.length() - YAML.length()), bytes(file));
        }
        return texts;
    }

    /**
     * Whether all of it stands as these very files say it, and their media are here. Writes none.
     */
    private boolean kept(
            Map<String, byte[]> lessons, Map<String, byte[]> courses, Map<String, Resource> media)
            throws IOException {
        for (Map.Entry<String, byte[]> lesson : lessons.entrySet()) {
            String slug = lesson.getKey();
            Map<String, LessonDraft.MediaRef> refs = refs(slug, media, LibraryImport::hash);
            if (!refs.values().stream().allMatch(this::isHere)
                    || !store.hasLesson(slug, whole(hash(lesson.getValue()), refs))) {
                return false;
            }
        }
        return courses.entrySet().stream()
                .allMatch(course -> store.hasCourse(course.getKey(), hash(course.getValue())));
    }

    private static void judgeTogether(
            List<LessonDraft> lessons, List<CourseDraft> courses, List<Fault> faults) {
        Set<String> known = new HashSet<>();
        lessons.forEach(lesson -> known.add(lesson.slug()));
        Map<String, String> courseOf = new HashMap<>();
        for (CourseDraft course : courses) {
            String file = "courses/" + course.slug() + ".yaml";
            for (int i = 0; i < course.lessons().size(); i++) {
                String slug = course.lessons().get(i);
                String field = "lessons[" + i + "]";
                if (!known.contains(slug)) {
                    faults.add(new Fault(file, field, "there is no lesson " + slug));
                }
                String other = courseOf.putIfAbsent(slug, course.slug());
                if (other != null && !other.equals(course.slug())) {
                    faults.add(new Fault(file, field, "belongs to the course " + other));
                }
            }
        }
    }

    /** Two lessons in one place of a pack would stand in no order. */
    private static void judgePacks(List<LessonDraft> lessons, List<Fault> faults) {
        Map<String, String> taken = new HashMap<>();
        for (LessonDraft lesson : lessons) {
            lesson.moments()
                    .forEach((moment, place) -> {
                        String other = taken.putIfAbsent(moment.slug() + place, lesson.slug());
                        if (other != null) {
                            faults.add(
                                    new Fault(
                                            "lessons/" + lesson.slug() + ".yaml",
                                            "moments." + moment.slug(),
                                            "place " + place + " is taken by " + other));
                        }
                    });
        }
    }

    private Map<String, Resource> media(String location) throws IOException {
        Map<String, Resource> media = new HashMap<>();
        for (Resource file : files.getResources(location + "media/*.*")) {
            media.put(String.valueOf(file.getFilename()), file);
        }
        return media;
    }

    /** A video without its picture or its words in both languages is not finished. */
    private static void judgeMedia(
            LessonDraft lesson, Map<String, Resource> media, List<Fault> faults) {
        Predicate<String> missing =
                part -> !media.containsKey(lesson.slug() + MEDIA_PARTS.get(part));
        List<String> needed =
                switch (lesson.kind()) {
                    case Lesson.Kind.VIDEO ->
                            List.of("VIDEO", "POSTER", "CAPTIONS_ZH", "CAPTIONS_EN");
                    case Lesson.Kind.AUDIO -> List.of("AUDIO");
                    case Lesson.Kind.ARTICLE -> List.of();
                };
        needed.stream()
                .filter(missing)
                .map(part -> "media/" + lesson.slug() + MEDIA_PARTS.get(part))
                .map(name -> new Fault(name, "", "is missing"))
                .forEach(faults::add);
    }

    private LessonDraft withMedia(LessonDraft lesson, Map<String, Resource> media)
            throws IOException {
        Map<String, LessonDraft.MediaRef> stored = refs(lesson.slug(), media, storage::keep);
        return lesson.with(stored, whole(lesson.hash(), stored));
    }

    /** Says the hash of a file's content. */
    private interface Hashing {

        String of(String name, InputStream content) throws IOException;
    }

    private static Map<String, LessonDraft.MediaRef> refs(
            String lesson, Map<String, Resource> media, Hashing hashing) throws IOException {
        Map<String, LessonDraft.MediaRef> refs = new TreeMap<>();
        for (Map.Entry<String, String> part : MEDIA_PARTS.entrySet()) {
            String name = lesson + part.getValue();
            Resource file = media.get(name);
            if (file != null) {
                try (InputStream content = file.getInputStream()) {
                    refs.put(
                            part.getKey(),
                            new LessonDraft.MediaRef(hashing.of(name, content), name));
                }
            }
        }
        return refs;
    }

    private boolean isHere(LessonDraft.MediaRef media) {
        return storage.find(media.sha256(), media.name()).isPresent();
    }

    private static String whole(String text, Map<String, LessonDraft.MediaRef> media) {
        return hash((FORMAT + text + media).getBytes(StandardCharsets.UTF_8));
    }

    private Imported write(List<LessonDraft> lessons, List<CourseDraft> courses) {
        store.alone();
        List<LessonDraft> newLessons =
                lessons.stream().filter(it -> !store.hasLesson(it.slug(), it.hash())).toList();
        List<CourseDraft> newCourses =
                courses.stream().filter(it -> !store.hasCourse(it.slug(), it.hash())).toList();
        newLessons.forEach(store::write);
        newCourses.forEach(store::write);
        int changed = newLessons.size() + newCourses.size();
        if (changed > 0) {
            store.nextEdition();
        }
        return new Imported(changed, lessons.size() + courses.size() - changed);
    }

    private static byte[] bytes(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(DraftReader.MOST_FILE_BYTES + 1);
        }
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String hash(String name, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
