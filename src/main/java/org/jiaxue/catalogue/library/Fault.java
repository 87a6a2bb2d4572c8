package org.jiaxue.catalogue.library;

/**
 * Something in a library file that is not as it must be.
 *
 * @param file for instance {@code lessons/one-clock.yaml}
 * @param field where in it, for instance {@code body[3].at}; empty for the file itself
 * @param says what must be so
 */
public record Fault(String file, String field, String says) {

    @Override
    public String toString() {
        return field.isEmpty() ? file + ": " + says : file + ": " + field + ": " + says;
    }
}
