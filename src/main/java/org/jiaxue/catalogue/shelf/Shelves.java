package org.jiaxue.catalogue.shelf;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.library.StarterLibrary;
import org.jiaxue.web.Remembered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the catalogue in memory, so that looking up a lesson costs nothing, and looks whether the
 * database holds another edition when another node says so, and every few seconds. When the
 * database cannot be asked, what is here goes on serving.
 */
@Component
public class Shelves implements Remembered, DisposableBean {

    public static final Duration OLDEST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Shelves.class);

    private final ShelfStore store;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("catalogue-edition").factory());
    private final ScheduledFuture<?> looking;
    private volatile Shelf current;

    /** The starter library is asked for so that it stands in the database before the first look. */
    Shelves(ShelfStore store, StarterLibrary starter) {
        this.store = store;
        this.current = store.load();
        LOG.info(
                "catalogue edition={} lessons={} courses={} starter={}",
                current.edition(),
                current.lessons().size(),
                current.courses().size(),
                starter.imported());
        long pause = OLDEST.toMillis();
        this.looking =
                clock.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    public Shelf current() {
        return current;
    }

    /** Reads everything anew if the edition has changed. */
    public synchronized void refresh() {
        if (store.edition() != current.edition()) {
            Shelf next = store.load();
            // The one before is searched until this one's index is made.
            next.index();
            current = next;
            LOG.info(
                    "catalogue edition={} lessons={}", current.edition(), current.lessons().size());
        }
    }

    private void look() {
        try {
            refresh();
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn(
                    "catalogue edition={} kept, database not asked: {}",
                    current.edition(),
                    unreachable.getMessage());
        }
    }

    @Override
    public String topic() {
        return Catalogue.EDITION;
    }

    /** Whoever else waits to hear of a change does not wait for the catalogue to be read. */
    @Override
    public void changed(String what) {
        clock.execute(this::look);
    }

    @Override
    public void anyChanged() {
        clock.execute(this::look);
    }

    @Override
    public void destroy() {
        looking.cancel(false);
        clock.shutdown();
    }
}
