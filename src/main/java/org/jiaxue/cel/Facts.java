package org.jiaxue.cel;

/** What the names of a vocabulary stand for. */
@FunctionalInterface
public interface Facts {

    /**
     * The value of a name: a {@link String}, {@link Long} or {@link Boolean} as its vocabulary
     * says.
     */
    Object valueOf(String name);
}
