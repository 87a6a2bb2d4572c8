package org.jiaxue.statistics.supply;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.ParentSchoolOpened;
import org.jiaxue.schools.PlatformKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Schools all over a province, some of which open parent schools. */
@Component
public class AllSchools {

    private final Regions regions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;
    private final List<UUID> schools = new ArrayList<>();
    private final List<String> counties = new ArrayList<>();

    AllSchools(
            Regions regions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher) {
        this.regions = regions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /** Lists this many schools, county after county in turn, and no other. */
    public void list(String province, int number, LocalDate from) {
        List<String> all =
                regions.children(province).stream()
                        .flatMap(city -> regions.children(city.code()).stream())
                        .map(Division::code)
                        .toList();
        for (int i = 0; i < number; i++) {
            schools.add(new UUID(9, i));
            counties.add(all.get(i % all.size()));
        }
        jdbc.sql("delete from regions.organisation").update();
        jdbc.sql(
                        """
                        insert into regions.organisation
                            (organisation_id, kind, name, county, source, source_key, valid_from)
                        select told.id, 'SCHOOL', 'school', told.county, 'a test',
                               cast(told.id as text), :from
                        from unnest(cast(:ids as uuid[]), cast(:counties as text[]))
                            as told (id, county)
                        """)
                .param("ids", schools.toArray(UUID[]::new))
                .param("counties", counties.toArray(String[]::new))
                .param("from", from)
                .update();
    }

    /** Opens the parent schools of some of those listed, the first being number 0. */
    public void open(int first, int number, PlatformKind platform, LocalDate on) {
        transaction.executeWithoutResult(_ -> {
            for (int i = first; i < first + number; i++) {
                publisher.publishEvent(opened(i, platform, on));
            }
        });
    }

    /** One of them is no more, by its county's list; nobody has told of its parent school. */
    public void end(int school, LocalDate on) {
        jdbc.sql("update regions.organisation set valid_to = :on where organisation_id = :id")
                .param("on", on)
                .param("id", schools.get(school))
                .update();
    }

    public ParentSchoolOpened opened(int school, PlatformKind platform, LocalDate on) {
        return new ParentSchoolOpened(schools.get(school), counties.get(school), platform, on);
    }

    public void publish(Object event) {
        transaction.executeWithoutResult(_ -> publisher.publishEvent(event));
    }

    /** Waits until nothing that was published is left to be followed. */
    public void followed() {
        await().atMost(Duration.ofMinutes(2)).until(() -> waiting() == 0);
    }

    private long waiting() {
        return jdbc.sql(
                        """
                        select count(*) from events.event_publication where completion_date is null
                        """)
                .query(Long.class)
                .single();
    }
}
