package org.jiaxue.learning.lesson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Media;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Subject;
import org.jiaxue.learning.Worth;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.learning.lesson.BegunLessons.Begun;
import org.jiaxue.learning.reflection.ReflectionStore.Given;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.look.Player;
import org.jiaxue.web.look.Slats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a lesson's page together for whoever reads it. */
@Component
class LessonViews {

    /** 128 bits: no two guardians are told the same. */
    private static final int KEEPER_DIGITS = 32;

    private final Catalogue catalogue;
    private final BegunLessons begunLessons;
    private final Worth worth;
    private final Secrets secrets;

    LessonViews(Catalogue catalogue, BegunLessons begunLessons, Worth worth, Secrets secrets) {
        this.catalogue = catalogue;
        this.begunLessons = begunLessons;
        this.worth = worth;
        this.secrets = secrets;
    }

    /**
     * The page of a lesson; empty when there is none.
     *
     * @param from a second to begin at instead of where the guardian left off
     */
    Optional<LessonView> of(
            LessonId id,
            Frame frame,
            @Nullable Integer from,
            LessonView.@Nullable Outcome outcome) {
        return catalogue.content(id).map(content -> view(content, frame, from, outcome));
    }

    private LessonView view(
            LessonContent content,
            Frame frame,
            @Nullable Integer from,
            LessonView.@Nullable Outcome outcome) {
        Lesson lesson = content.lesson();
        Optional<GuardianId> guardian = frame.viewer().guardian();
        Begun begun = guardian.map(who -> begunLessons.of(who, lesson.id())).orElse(Begun.NOTHING);
        Optional<CoverageRow> row = Optional.ofNullable(begun.row());
        List<Span> covered = row.map(it -> it.coverage().spans()).orElse(List.of());
        int startAt =
                from != null && from < lesson.seconds()
                        ? from
                        : row.map(CoverageRow::resumeAt).orElse(0);
        Left left = left(lesson, guardian.orElse(null), begun.completed(), begun.answered());
        return new LessonView(
                content,
                player(content, frame, covered, startAt, left.lesson(frame)),
                covered,
                catalogue
                        .courseOf(lesson.id())
                        .map(course -> inCourse(course, lesson))
                        .orElse(null),
                new LessonView.Reflection(
                        Optional.ofNullable(begun.given()).map(Given::letter).orElse(null),
                        outcome,
                        left.question(frame),
                        guardian.isPresent()));
    }

    /**
     * What is still to be had from a lesson.
     *
     * @param lesson null where it is completed
     * @param question null where it is answered right and that counts
     */
    private record Left(Worth.@Nullable Promise lesson, Worth.@Nullable Promise question) {

        /** What the player says. */
        String lesson(Frame frame) {
            if (lesson == null) {
                return frame.say("learning.lesson.enough");
            }
            if (lesson.cut()) {
                return frame.say("learning.lesson.promise-cut", frame.say(lesson.why()));
            }
            return lesson.points() == 0
                    ? frame.say("learning.lesson.promise-plain")
                    : frame.say("learning.lesson.promise", lesson.points());
        }

        /** What stands over the question; a cap that the player has named is not named again. */
        String question(Frame frame) {
            if (question == null) {
                return frame.say("learning.reflection.hint-done");
            }
            if (question.cut() && (lesson == null || !lesson.why().equals(question.why()))) {
                return frame.say("learning.reflection.hint-cut", frame.say(question.why()));
            }
            return question.points() == 0
                    ? frame.say("learning.reflection.hint-plain")
                    : frame.say("learning.reflection.hint", question.points());
        }
    }

    private Left left(
            Lesson lesson, @Nullable GuardianId guardian, boolean completed, boolean answered) {
        Subject subject = Subject.about(lesson);
        List<Worth.Deed> deeds = new ArrayList<>();
        if (!completed) {
            deeds.add(new Worth.Deed(EventKind.LESSON_COMPLETED, subject));
        }
        if (!completed || !answered) {
            deeds.add(new Worth.Deed(EventKind.REFLECTION_ANSWERED, subject));
        }
        List<Worth.Promise> promises = worth.now(deeds, guardian);
        return new Left(
                completed ? null : promises.getFirst(),
                completed && answered ? null : promises.getLast());
    }

    private LessonView.InCourse inCourse(Course course, Lesson lesson) {
        return new LessonView.InCourse(
                course,
                catalogue.lessons(course.lessons()),
                course.lessons().indexOf(lesson.id()) + 1);
    }

    private Player player(
            LessonContent content, Frame frame, List<Span> covered, int startAt, String promise) {
        Lesson lesson = content.lesson();
        BitSet bits = new BitSet(lesson.seconds());
        covered.forEach(span -> bits.set(span.from(), span.to()));
        return new Player(
                lesson.id().toString(),
                frame.say(lesson.title()),
                lesson.seconds(),
                Slats.of(lesson.seconds(), bits),
                bits.cardinality(),
                startAt,
                promise,
                signIn(frame),
                keeper(frame),
                medium(content, frame));
    }

    private static @Nullable String signIn(Frame frame) {
        return frame.viewer().guardian().isPresent()
                ? null
                : "/sign-in?next=" + URLEncoder.encode(frame.path(), StandardCharsets.UTF_8);
    }

    private @Nullable String keeper(Frame frame) {
        return frame.viewer()
                .guardian()
                .map(guardian -> secrets.hash("player-keeper", guardian.toString()))
                .map(hash -> hash.substring(0, KEEPER_DIGITS))
                .orElse(null);
    }

    private static Player.Medium medium(LessonContent content, Frame frame) {
        Media media = content.media();
        return switch (content.lesson().kind()) {
            case ARTICLE -> new Player.Article();
            case AUDIO -> new Player.Audio(sources(media.audio(), "audio/mp4"));
            case VIDEO ->
                    new Player.Video(
                            sources(media.video(), "video/mp4"),
                            tracks(media, frame),
                            media.poster());
        };
    }

    private static List<Player.Source> sources(@Nullable String address, String type) {
        return address == null ? List.of() : List.of(new Player.Source(address, type));
    }

    private static List<Player.Track> tracks(Media media, Frame frame) {
        boolean english = frame.texts().english();
        List<Player.Track> tracks = new ArrayList<>();
        if (media.captionsZh() != null) {
            tracks.add(new Player.Track(media.captionsZh(), "zh-CN", "中文", !english));
        }
        if (media.captionsEn() != null) {
            tracks.add(new Player.Track(media.captionsEn(), "en", "English", english));
        }
        return tracks;
    }
}
