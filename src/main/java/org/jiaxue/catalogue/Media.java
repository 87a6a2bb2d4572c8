package org.jiaxue.catalogue;

import org.jspecify.annotations.Nullable;

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
        @Nullable String video,
        @Nullable String audio,
        @Nullable String poster,
        @Nullable String captionsZh,
        @Nullable String captionsEn) {

    static final Media NONE = new Media(null, null, null, null, null);
}
