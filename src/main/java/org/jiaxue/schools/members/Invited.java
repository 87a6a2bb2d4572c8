package org.jiaxue.schools.members;

import java.time.Duration;
import org.jiaxue.schools.SchoolClass;

/** What came of a code. */
public sealed interface Invited {

    /** It invites into this class. */
    record Into(SchoolClass schoolClass) implements Invited {}

    /** No code of ours looks like this. */
    record Malformed() implements Invited {}

    /** It invites into no class, or no longer. */
    record Unknown() implements Invited {}

    /** Too many were tried; another may be tried after this time. */
    record TooOften(Duration pause) implements Invited {}
}
