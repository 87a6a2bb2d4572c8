package org.jiaxue.demo;

import org.jiaxue.identity.PasswordAlone;
import org.springframework.stereotype.Component;

/** Sample staff sign in by password alone, so that a visitor needs no telephone to look around. */
@Component
@DemoOnly
class SampleStaffSignIn implements PasswordAlone {}
