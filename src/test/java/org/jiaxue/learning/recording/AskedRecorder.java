package org.jiaxue.learning.recording;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.identity.Affiliations;
import org.jiaxue.identity.People;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;

/** A recorder over the house's own stores that counts how often it asks what was earned. */
public final class AskedRecorder {

    private AskedRecorder() {}

    public static Recorder of(ApplicationContext house, AtomicInteger questions) {
        Earner earner = house.getBean(Earner.class);
        Earner counting =
                new Earner() {
                    @Override
                    public Earnings earn(List<LearningEvent> events) {
                        return earner.earn(events);
                    }

                    @Override
                    public Earnings earn(
                            List<LearningEvent> events, Map<UUID, Circumstances> circumstances) {
                        return earner.earn(events, circumstances);
                    }

                    @Override
                    public Earnings earnedBy(
                            Map<GuardianId, Collection<UUID>> events,
                            Instant earliest,
                            Instant latest) {
                        questions.incrementAndGet();
                        return earner.earnedBy(events, earliest, latest);
                    }
                };
        return recorder(house, counting);
    }

    private static Recorder recorder(ApplicationContext house, Earner earner) {
        ObjectProvider<Earner> provider =
                new ObjectProvider<>() {
                    @Override
                    public Earner getObject() {
                        return earner;
                    }
                };
        return new Recorder(
                house.getBean(EventStore.class),
                house.getBean(People.class),
                house.getBeanProvider(Affiliations.class),
                house.getBean(Catalogue.class),
                provider,
                house,
                house.getBean(Secrets.class),
                house.getBean(Times.class));
    }
}
