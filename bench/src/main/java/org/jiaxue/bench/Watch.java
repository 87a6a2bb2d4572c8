package org.jiaxue.bench;

import java.time.Duration;

/** Looks at processes while a load runs. */
public final class Watch {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Processes processes;
    private final Thread looking;
    private final long began = System.nanoTime();
    private final double house;
    private final double database;
    private final double generator;
    private double houseMegabytes;
    private double databaseMegabytes;

    Watch(Processes processes) {
        this.processes = processes;
        this.house = processes.houseSeconds();
        this.database = processes.databaseSeconds();
        this.generator = processes.generatorSeconds();
        this.looking = Thread.ofPlatform().daemon().name("watch").start(this::lookOn);
    }

    private void lookOn() {
        try {
            while (true) {
                look();
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        houseMegabytes = Math.max(houseMegabytes, processes.houseMegabytes());
        databaseMegabytes = Math.max(databaseMegabytes, processes.databaseMegabytes());
    }

    /** What they used since the watch began; ends it. */
    public Used used() {
        double seconds = (System.nanoTime() - began) / 1e9;
        looking.interrupt();
        look();
        synchronized (this) {
            return new Used(
                    (processes.houseSeconds() - house) / seconds,
                    (processes.databaseSeconds() - database) / seconds,
                    (processes.generatorSeconds() - generator) / seconds,
                    houseMegabytes,
                    databaseMegabytes);
        }
    }
}
