package org.jiaxue.web.refusal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jiaxue.web.Audience;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Refusal;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server could not bring to any handler, said as everything else is. */
@Controller
@OpenTo(Audience.ANYONE)
class ErrorPage implements ErrorController {

    private static final int NOT_FOUND = 404;

    @RequestMapping("/error")
    void show(HttpServletRequest request) {
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : NOT_FOUND;
        throw new Refusal(Faults.of(HttpStatusCode.valueOf(status)));
    }
}
