package org.jiaxue.identity.signin;

import java.time.Duration;
import org.jiaxue.identity.Throttle.Bound;

/** How often one may try to sign in, and ask for what takes the house long to make. */
public final class Bounds {

    public static final Bound CODES_A_PHONE_AN_HOUR =
            new Bound("CODES_A_PHONE_AN_HOUR", 10, Duration.ofHours(1));

    public static final Bound CODES_AN_ADDRESS_AN_HOUR =
            new Bound("CODES_AN_ADDRESS_AN_HOUR", 200, Duration.ofHours(1));

    public static final Bound TRIES_AN_ADDRESS_TEN_MINUTES =
            new Bound("TRIES_AN_ADDRESS_TEN_MINUTES", 100, Duration.ofMinutes(10));

    public static final Bound CODES_A_STAFF_TEN_MINUTES =
            new Bound("CODES_A_STAFF_TEN_MINUTES", 10, Duration.ofMinutes(10));

    public static final Bound PASSWORDS_A_STAFF_TEN_MINUTES =
            new Bound("PASSWORDS_A_STAFF_TEN_MINUTES", 10, Duration.ofMinutes(10));

    public static final Bound PASSWORDS_A_LOGIN_AND_ADDRESS_TEN_MINUTES =
            new Bound("PASSWORDS_A_LOGIN_AND_ADDRESS_TEN_MINUTES", 10, Duration.ofMinutes(10));

    /** Well above the one from an address, so that one who guesses shuts out themselves. */
    public static final Bound PASSWORDS_A_LOGIN_TEN_MINUTES =
            new Bound("PASSWORDS_A_LOGIN_TEN_MINUTES", 100, Duration.ofMinutes(10));

    public static final Bound PASSWORDS_AN_ADDRESS_TEN_MINUTES =
            new Bound("PASSWORDS_AN_ADDRESS_TEN_MINUTES", 50, Duration.ofMinutes(10));

    public static final Bound ARCHIVES_A_GUARDIAN_AN_HOUR =
            new Bound("ARCHIVES_A_GUARDIAN_AN_HOUR", 10, Duration.ofHours(1));

    public static final Bound NUMBER_WAITS_A_GUARDIAN_A_DAY =
            new Bound("NUMBER_WAITS_A_GUARDIAN_A_DAY", 3, Duration.ofDays(1));

    private Bounds() {}
}
