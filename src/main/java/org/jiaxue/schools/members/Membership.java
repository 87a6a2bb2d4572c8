package org.jiaxue.schools.members;

import org.jiaxue.identity.Stage;
import org.jiaxue.schools.SchoolClass;

/**
 * A class that a guardian is in.
 *
 * @param stage the stage of the child that it is for
 */
public record Membership(SchoolClass schoolClass, Stage stage) {}
