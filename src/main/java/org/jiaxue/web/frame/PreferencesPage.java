package org.jiaxue.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.FrameFinder;
import org.jiaxue.web.Html;
import org.jiaxue.web.Next;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Settings;
import org.jiaxue.web.TextsFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * How a reader likes pages to look: type size, theme, language. Each is one cookie on this device;
 * nothing of it is kept with a person.
 */
@Controller
@OpenTo(Audience.ANYONE)
class PreferencesPage {

    private static final Duration KEPT = Duration.ofDays(365);

    private static final Map<String, Set<String>> CHOICES =
            Map.of(
                    FrameFinder.SIZE_COOKIE, Set.of("normal", "large"),
                    FrameFinder.THEME_COOKIE, Set.of("system", "light", "dark", "high"),
                    TextsFinder.LANGUAGE_COOKIE, Set.of("zh-CN", "en"));

    private final Settings settings;

    PreferencesPage(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/preferences")
    ModelAndView show(Frame frame, @RequestParam(name = "return", defaultValue = "/") String back) {
        return Html.page("web/frame/preferences", frame, "back", Next.local(back, "/"));
    }

    @PostMapping("/preferences")
    ModelAndView keep(
            @RequestParam(name = "return", defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean kept = false;
        for (var choice : CHOICES.entrySet()) {
            @Nullable String value = request.getParameter(choice.getKey());
            if (value == null) {
                continue;
            }
            if (!choice.getValue().contains(value)) {
                throw new Refusal(Problem.badRequest("web.problem.no-such-choice"));
            }
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(choice.getKey(), value));
            kept = true;
        }
        if (!kept) {
            throw new Refusal(Problem.badRequest("web.problem.no-such-choice"));
        }
        return Html.seeOther(Next.local(back, "/"));
    }

    private String cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
