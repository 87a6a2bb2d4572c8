package org.jiaxue.credentials.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.credentials.Check;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.credentials.Renewing;
import org.jiaxue.credentials.Statement;
import org.jiaxue.credentials.naming.Naming;
import org.jiaxue.credentials.paper.Paper;
import org.jiaxue.credentials.paper.Picture;
import org.jiaxue.credentials.sharing.Share;
import org.jiaxue.credentials.sharing.Shares;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One of a guardian's own certificates: the sheet, the name on it, its file and its links. */
@Controller
@OpenTo(Audience.GUARDIAN)
class MyCertificatePage {

    private final Credentials credentials;
    private final NameForms names;
    private final Shares shares;
    private final Paper paper;

    MyCertificatePage(Credentials credentials, NameForms names, Shares shares, Paper paper) {
        this.credentials = credentials;
        this.names = names;
        this.shares = shares;
        this.paper = paper;
    }

    /**
     * What the page shows.
     *
     * @param picture the sheet; null for one that is no longer in force
     * @param newest the one in force; itself unless it was issued anew
     * @param made the address of a link that was just made, which is shown this once
     * @param error the message of what is to be mended about links
     */
    public record Mine(
            Statement statement,
            Check check,
            @Nullable Picture picture,
            CredentialId newest,
            NameForm name,
            List<Share> shares,
            @Nullable String made,
            @Nullable Problem error) {

        /** For how many days a link can be made, in words. */
        public Map<String, String> days(Frame frame) {
            Map<String, String> days = new LinkedHashMap<>();
            for (int each : Shares.DAYS) {
                days.put(Integer.toString(each), frame.say("credentials.share.days", each));
            }
            return days;
        }
    }

    @GetMapping("/me/credentials/{id}")
    ModelAndView show(Frame frame, GuardianId guardian, @PathVariable String id) {
        Statement statement = own(guardian, id);
        return page(frame, mine(guardian, statement, names.of(guardian, statement), null, null));
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/credentials/{id}/name")
    ModelAndView name(
            Frame frame,
            GuardianId guardian,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String full,
            @RequestParam(defaultValue = "") String surname,
            @RequestParam(defaultValue = "") String honorific) {
        Statement statement = own(guardian, id);
        NameForm written = new NameForm(form, full, surname, honorific, null);
        return switch (names.read(written)) {
            case Naming.Unfit(Problem problem) ->
                    Html.with(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            page(
                                    frame,
                                    mine(guardian, statement, written.with(problem), null, null)));
            case Naming.Fit(String name) ->
                    renewed(credentials.renew(guardian, statement.claims().id(), name), id);
        };
    }

    private static ModelAndView renewed(Renewing renewing, String id) {
        return switch (renewing) {
            case Renewing.Renewed(CredentialId fresh) -> Html.seeOther("/me/credentials/" + fresh);
            case Renewing.Same _ -> Html.seeOther("/me/credentials/" + id);
            case Renewing.Superseded _ ->
                    throw new Refusal(Problem.conflict("credentials.problem.replaced"));
            case Renewing.Withdrawn _ ->
                    throw new Refusal(Problem.conflict("credentials.problem.withdrawn"));
            case Renewing.TooOften _ ->
                    throw new Refusal(
                            Problem.of(
                                    HttpStatus.TOO_MANY_REQUESTS,
                                    "credentials.problem.too-often",
                                    Credentials.MAX_RENEWED_A_DAY));
            case Renewing.Unknown _ ->
                    throw new Refusal(Problem.notFound("credentials.problem.unknown"));
        };
    }

    /** Answers with the page itself: a link's token is known only now, and kept nowhere. */
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/credentials/{id}/shares")
    ModelAndView share(
            Frame frame,
            HttpServletResponse response,
            GuardianId guardian,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int days) {
        Statement statement = own(guardian, id);
        CredentialId known = statement.claims().id();
        if (!Shares.DAYS.contains(days)) {
            return unshared(frame, guardian, statement, "credentials.share.days-first");
        }
        if (!(credentials.check(known) instanceof Check.Valid)) {
            throw new Refusal(Problem.conflict("credentials.problem.replaced"));
        }
        String token = shares.make(guardian, known, days).orElse(null);
        if (token == null) {
            return unshared(frame, guardian, statement, "credentials.share.most");
        }
        String made = credentials.address() + "/credentials/" + known + "?share=" + token;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return page(frame, mine(guardian, statement, names.of(guardian, statement), made, null));
    }

    private ModelAndView unshared(
            Frame frame, GuardianId guardian, Statement statement, String key) {
        Problem problem = Problem.unprocessable(key, Shares.MOST_ALIVE);
        NameForm name = names.of(guardian, statement);
        return Html.with(
                HttpStatus.UNPROCESSABLE_CONTENT,
                page(frame, mine(guardian, statement, name, null, problem)));
    }

    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    @PostMapping("/me/credentials/{id}/shares/{share}/withdrawal")
    ModelAndView withdraw(
            GuardianId guardian, @PathVariable String id, @PathVariable String share) {
        Statement statement = own(guardian, id);
        UUID which =
                Ids.parse(share)
                        .orElseThrow(
                                () -> new Refusal(Problem.notFound("credentials.share.unknown")));
        shares.withdraw(guardian, statement.claims().id(), which);
        return Html.seeOther("/me/credentials/" + id + "#links");
    }

    private Statement own(GuardianId guardian, String id) {
        return CredentialId.read(id)
                .filter(known -> credentials.belongs(known, guardian))
                .flatMap(credentials::statement)
                .orElseThrow(() -> new Refusal(Problem.notFound("credentials.problem.unknown")));
    }

    private Mine mine(
            GuardianId guardian,
            Statement statement,
            NameForm name,
            @Nullable String made,
            @Nullable Problem error) {
        CredentialId id = statement.claims().id();
        Check check = credentials.check(id);
        return new Mine(
                statement,
                check,
                check instanceof Check.Valid ? paper.picture(statement) : null,
                credentials.newest(id).orElse(id),
                name,
                shares.alive(guardian, id),
                made,
                error);
    }

    private static ModelAndView page(Frame frame, Mine mine) {
        return Html.page("credentials/mine/certificate", frame, "mine", mine);
    }
}
