package org.jiaxue.catalogue;

import java.util.Optional;

/**
 * The addresses of a lesson's files on this site. An address changes with the file's content and
 * may be kept for ever.
 *
 * @param video H.264 and AAC in MP4
 * @param audio for a lesson to listen to
 * @param poster a still picture, JPEG
 * @param captionsZh WebVTT in Chinese
 * @param captionsEn WebVTT in English
 */
public record Media(
        Optional<String> video,
        Optional<String> audio,
        Optional<String> poster,
        Optional<String> captionsZh,
        Optional<String> captionsEn) {

    static final Media NONE =
            new Media(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
