package org.jiaxue.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A month of long ago that lies in files, with something that a guardian learned in it. */
public final class PutAway {

    /** What was learned. */
    public static final String TITLE = "很久以前的清单";

    private static final YearMonth MONTH = YearMonth.of(1999, 5);
    private static final Instant THEN = Instant.parse("1999-05-12T08:00:00Z");

    private final ApplicationContext house;

    public PutAway(ApplicationContext house) {
        this.house = house;
    }

    /** It is in the database again, if it was not, with what went before it. */
    public void back() {
        Archives archives = house.getBean(Archives.class);
        house.getBean(MonthStore.class).all().stream()
                .map(MonthStore.Away::month)
                .filter(it -> !it.isAfter(MONTH))
                .distinct()
                .forEach(archives::bringBackMonth);
    }

    /** Whoever is in the month already comes with it. */
    public void with(GuardianId guardian) {
        back();
        house.getBean(JdbcClient.class)
                .sql("select learning.make_months(:month, 1), points.make_months(:month, 1)")
                .param("month", MONTH.atDay(1))
                .query((_, _) -> 1)
                .list();
        Fact fact =
                new Fact(
                        guardian,
                        EventKind.LESSON_COMPLETED,
                        Ids.next(),
                        THEN,
                        new Subject(
                                new Words(TITLE, "A list of long ago"),
                                Stage.PRIMARY,
                                new Ages(84, 120)));
        house.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> house.getBean(Learning.class).record(List.of(fact)));
        house.getBean(Archiving.class).before(MONTH.plusMonths(1), _ -> {});
    }

    /** The file in which the month's lines are. */
    public Path file() {
        Stacks stacks = house.getBean(Stacks.class);
        Manifest manifest = stacks.manifest("points.entry", MONTH);
        return stacks.of("points.entry", MONTH).resolve(manifest.files().getFirst().file());
    }

    /** What stands in all files of the month. */
    public String content() {
        Stacks stacks = house.getBean(Stacks.class);
        Volumes volumes = house.getBean(Volumes.class);
        StringBuilder all = new StringBuilder();
        for (String name : List.of("points.entry", "learning.event")) {
            Path directory = stacks.of(name, MONTH);
            stacks.manifest(name, MONTH)
                    .files()
                    .forEach(it -> volumes.read(directory, it).forEach(all::append));
            try (Stream<Path> files = Files.list(directory)) {
                files.forEach(all::append);
                all.append(Files.readString(directory.resolve(Manifest.FILE)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all.toString();
    }
}
