package org.jiaxue.points;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the nightly check of the ledger found: whether every balance is the sum of its entries, and
 * every entry names an event and rules that are kept. It reports and changes nothing.
 */
public interface LedgerCheck {

    /** The last check that came to its end; empty before the first. */
    Optional<Checked> last();

    /**
     * A check that came to its end.
     *
     * @param at when it ended
     * @param accounts whose ledgers were checked
     * @param entries lines of the ledger that were checked
     * @param findings how many faults were found; 0 is how it should be
     */
    record Checked(Instant at, long accounts, long entries, long findings) {

        private static final String FILE = "ledger-check";

        /**
         * The one that a process left in its directory, so that it can be told without a database.
         */
        public static Optional<Checked> in(Path directory) {
            Path file = directory.resolve(FILE);
            if (!Files.isReadable(file)) {
                return Optional.empty();
            }
            try {
                return read(Files.readString(file).strip().split(" ", -1));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file + " cannot be read", unreadable);
            }
        }

        private static Optional<Checked> read(String[] words) {
            try {
                return words.length == 4
                        ? Optional.of(
                                new Checked(
                                        Instant.parse(words[0]),
                                        Long.parseLong(words[1]),
                                        Long.parseLong(words[2]),
                                        Long.parseLong(words[3])))
                        : Optional.empty();
            } catch (DateTimeException | NumberFormatException unknown) {
                return Optional.empty();
            }
        }

        /** Leaves it in the directory, whole or not at all. */
        public void leave(Path directory) {
            Path file = directory.resolve(FILE);
            Path fresh = directory.resolve(FILE + ".new");
            try {
                Files.writeString(
                        fresh, "%s %d %d %d\n".formatted(at, accounts, entries, findings));
                Files.move(
                        fresh,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(file + " cannot be written", unwritable);
            }
        }
    }
}
