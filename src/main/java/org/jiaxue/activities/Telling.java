package org.jiaxue.activities;

import java.time.Instant;
import org.jiaxue.learning.Earner.Earnings;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;

/** Tells the room of learning that a guardian was there. */
interface Telling {

    /** What the attendance has earned; told twice it changes nothing and answers the same. */
    Earnings attended(GuardianId guardian, SessionId session, Instant at, Subject subject);
}
