package org.jiaxue.catalogue.library;

/**
 * What an import did.
 *
 * @param changed lessons and courses that were new or different
 * @param same those that stood there already, word for word
 */
public record Imported(int changed, int same) {}
