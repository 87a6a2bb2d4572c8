package org.jiaxue.credentials.status;

/**
 * A credential's place in a status list.
 *
 * @param list numbered from 1
 * @param index 0 to {@link StatusList#POSITIONS} − 1, drawn at random so that it tells no order
 */
public record StatusPosition(int list, int index) {}
