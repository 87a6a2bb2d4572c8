package org.jiaxue.credentials.mine;

import org.jiaxue.credentials.Credentials;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A guardian's own credentials, newest first. */
@Controller
@OpenTo(Audience.GUARDIAN)
class MyCredentialsPage {

    private static final int LISTED = 20;

    private final Credentials credentials;

    MyCredentialsPage(Credentials credentials) {
        this.credentials = credentials;
    }

    @GetMapping("/me/credentials")
    ModelAndView list(
            Frame frame,
            GuardianId guardian,
            @RequestParam(required = false) @Nullable String before) {
        return Html.page(
                "credentials/mine/mine",
                frame,
                "mine",
                MyCredentialsApi.stretch(credentials, guardian, LISTED, before));
    }
}
