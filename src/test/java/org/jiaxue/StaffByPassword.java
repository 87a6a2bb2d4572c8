package org.jiaxue;

import org.jiaxue.identity.PasswordAlone;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Staff of a test work by password alone, save where the second factor is what is tested. */
@ConditionalOnProperty(name = StaffByPassword.PROPERTY, matchIfMissing = true)
public class StaffByPassword implements PasswordAlone {

    public static final String PROPERTY = "test.staff-by-password";
    public static final String OFF = PROPERTY + "=false";
}
