package org.jiaxue.credentials.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.credentials.Check;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.credentials.Revocation.Reason;
import org.jiaxue.credentials.Revoking;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer finds a credential by its number and withdraws it, saying why. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class RevocationPage {

    private static final int MAX_NUMBER = 64;

    private final Credentials credentials;
    private final Access access;

    RevocationPage(Credentials credentials, Access access) {
        this.credentials = credentials;
        this.access = access;
    }

    /**
     * What the page shows.
     *
     * @param number what was asked for, as typed
     * @param check what there is under it; empty before anything was asked
     * @param newest the one in force in place of it; itself unless it was issued anew
     * @param error the message key of what is to be mended
     */
    public record Found(
            String number,
            @Nullable CredentialId id,
            @Nullable Check check,
            @Nullable CredentialId newest,
            @Nullable String error) {

        /** Reasons to choose from, by their value, in words. */
        public Map<String, String> reasons(Frame frame) {
            Map<String, String> reasons = new LinkedHashMap<>();
            for (Reason reason : Reason.forOfficers()) {
                reasons.put(reason.slug(), frame.say("credentials.reason." + reason.slug()));
            }
            return reasons;
        }
    }

    @GetMapping("/console/credentials")
    ModelAndView find(Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String number) {
        if (access.where(viewer, Deed.REVOKE_CREDENTIAL).isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        if (number.isBlank()) {
            return page(frame, new Found("", null, null, null, null));
        }
        String asked = number.strip().substring(0, Math.min(number.strip().length(), MAX_NUMBER));
        CredentialId id = CredentialId.read(asked).orElse(null);
        String division = id == null ? null : credentials.division(id).orElse(null);
        if (id == null || division == null) {
            Found none = new Found(asked, null, null, null, "credentials.console.unknown");
            return Html.with(HttpStatus.NOT_FOUND, page(frame, none));
        }
        access.require(viewer, Deed.REVOKE_CREDENTIAL, division);
        return page(frame, found(asked, id, null));
    }

    @PostMapping("/console/credentials/{id}/revocation")
    ModelAndView revoke(
            Frame frame,
            Viewer viewer,
            @PathVariable("id") String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        CredentialId id = CredentialId.read(number).orElseThrow(RevocationPage::unknown);
        access.require(
                viewer,
                Deed.REVOKE_CREDENTIAL,
                credentials.division(id).orElseThrow(RevocationPage::unknown));
        if (!(viewer instanceof Viewer.Staff staff)) {
            throw new Refusal(Problem.forbidden("web.problem.staff-only"));
        }
        Optional<Reason> why = Reason.ofSlug(reason).filter(Reason.forOfficers()::contains);
        if (why.isEmpty() || note.strip().length() > Credentials.MAX_NOTE) {
            String error =
                    why.isEmpty() ? "credentials.console.reason-first" : "credentials.console.note";
            Found again = found(id.grouped(), id, error);
            return Html.with(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, again));
        }
        return switch (credentials.revoke(id, staff, why.get(), note.strip())) {
            case Revoking.Revoked _, Revoking.Already _ ->
                    Html.seeOther("/console/credentials?number=" + id);
            case Revoking.Unknown _ -> throw unknown();
        };
    }

    private Found found(String number, CredentialId id, @Nullable String error) {
        CredentialId newest = credentials.newest(id).orElse(id);
        return new Found(number, id, credentials.check(id), newest, error);
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("credentials.problem.unknown"));
    }

    private static ModelAndView page(Frame frame, Found found) {
        return Html.page("credentials/console/revocation", frame, "found", found);
    }
}
