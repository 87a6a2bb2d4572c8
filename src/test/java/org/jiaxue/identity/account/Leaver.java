package org.jiaxue.identity.account;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jiaxue.identity.Phone;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.TextsFinder;
import org.springframework.context.ApplicationContext;

/** Somebody who lives in every room, takes what is kept of them, and leaves. */
public final class Leaver {

    private final ApplicationContext house;
    private final GuardianId guardian;

    public Leaver(ApplicationContext house, Phone phone) {
        this.house = house;
        this.guardian = Life.begun(house, phone);
    }

    public GuardianId guardian() {
        return guardian;
    }

    /** Puts the archive together, and has everything erased. */
    public void leave() {
        var texts = house.getBean(TextsFinder.class).of(Locale.SIMPLIFIED_CHINESE);
        try (Archive.Ready archive = house.getBean(Archive.class).of(guardian, texts)) {
            archive.sendTo(OutputStream.nullOutputStream());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Erasures erasures = house.getBean(Erasures.class);
        erasures.ask(guardian);
        erasures.finish(guardian);
    }
}
