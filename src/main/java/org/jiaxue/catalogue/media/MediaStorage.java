package org.jiaxue.catalogue.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where the files of lessons are kept. A file is named by the hash of its content, so what lies
 * under an address never changes.
 */
public interface MediaStorage {

    /**
     * Keeps a file, unless it is there already.
     *
     * @param name a lower-case file name with one of the known endings
     * @return the SHA-256 of the content in 64 hexadecimal digits
     * @throws IllegalArgumentException for a name that is not of that form
     */
    String keep(String name, InputStream content) throws IOException;

    /** The file of this hash and name; empty for anything that is not there. */
    Optional<StoredMedia> find(String sha256, String name);

    /** A file that is kept. */
    interface StoredMedia {

        /** In bytes. */
        long size();

        /** Its media type, for instance {@code video/mp4}. */
        String type();

        /** A strong validator, quotes included. */
        String etag();

        /**
         * A part of the content.
         *
         * @param from the first byte, at least 0
         * @param length how many bytes, at most up to the end
         */
        InputStream open(long from, long length) throws IOException;
    }
}
