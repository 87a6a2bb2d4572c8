package org.jiaxue.identity;

/**
 * Where this is there, staff who have not set up a second factor work with their password alone.
 * Only the demonstration has it; where it is absent, as under {@code start}, they have to set one
 * up first.
 */
public interface PasswordAlone {}
