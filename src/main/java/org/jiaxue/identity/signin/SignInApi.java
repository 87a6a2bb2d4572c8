package org.jiaxue.identity.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Issued;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.family.Guardians;
import org.jiaxue.identity.token.Tokens;
import org.jiaxue.identity.token.Viewers;
import org.jiaxue.web.Audience;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A program signs a guardian in: a code to the phone, then a bearer token for the code. */
@RestController
class SignInApi {

    /** How long a token is good that was got for a code. */
    static final Duration TOKEN_LIFETIME = Duration.ofDays(30);

    /**
     * A code is on its way.
     *
     * @param code the code itself in a demonstration; absent everywhere else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(long expiresInSeconds, @Nullable String code) {}

    /** Asks for a code. */
    record Ask(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String phone) {}

    /** Shows a code. */
    record Show(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String phone,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "[0-9]{6}")
                    String code) {}

    /** A token, its end, and its scopes with blanks between. */
    record Token(String token, Instant expiresAt, String scope) {}

    private final Guardians guardians;
    private final Codes codes;
    private final CodeSender sender;
    private final Tokens tokens;
    private final Audit audit;

    SignInApi(Guardians guardians, Codes codes, CodeSender sender, Tokens tokens, Audit audit) {
        this.guardians = guardians;
        this.codes = codes;
        this.sender = sender;
        this.tokens = tokens;
        this.audit = audit;
    }

    @OpenTo(Audience.ANYONE)
    @Operation(
            summary = "Sends a one-time code to a mobile phone.",
            requestBody =
                    @RequestBody(content = @Content(schema = @Schema(implementation = Ask.class))))
    @PostMapping(value = "/api/v1/sign-in/codes", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Sent> sendCode(
            HttpServletRequest request, HttpServletResponse response, Texts texts)
            throws IOException {
        Phone phone = phone(Body.read(request.getInputStream()));
        Optional<Duration> pause = codes.send(phone, request.getRemoteAddr(), texts);
        if (pause.isPresent()) {
            throw new Refusal(Waiting.problem(pause.get(), response));
        }
        Sent sent = new Sent(Codes.LIFETIME.toSeconds(), sender.shown(phone).orElse(null));
        return ResponseEntity.accepted().body(sent);
    }

    @OpenTo(Audience.ANYONE)
    @Operation(
            summary = "Gives a bearer token for a code.",
            requestBody =
                    @RequestBody(content = @Content(schema = @Schema(implementation = Show.class))))
    @PostMapping(value = "/api/v1/tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Token> issue(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Body body = Body.read(request.getInputStream());
        Phone phone = phone(body);
        String code = CodeWords.plain(body.need("code", "identity.problem.code-missing"));
        if (!Codes.shaped(code)) {
            throw new Refusal(CodeWords.wrongWith(code));
        }
        return switch (codes.tryOut(phone, code, request.getRemoteAddr())) {
            case Codes.Trial.Right _ ->
                    ResponseEntity.ok().header("Cache-Control", "no-store").body(token(phone));
            case Codes.Trial.Wrong(int left) ->
                    throw new Refusal(Problem.unprocessable("identity.problem.code-wrong", left));
            case Codes.Trial.Gone _ ->
                    throw new Refusal(Problem.unprocessable("identity.problem.code-gone"));
            case Codes.Trial.TooOften(Duration pause) ->
                    throw new Refusal(Waiting.problem(pause, response));
        };
    }

    private Token token(Phone phone) {
        Guardians.Arrival arrival = guardians.arrive(phone);
        Viewer.Guardian viewer = Viewer.Guardian.inPerson(arrival.guardian());
        Issued issued = tokens.bearer(viewer, TOKEN_LIFETIME);
        audit.note(viewer, "token.issued", viewer.id().toString());
        return new Token(issued.token(), issued.expiresAt(), issued.scope());
    }

    /** Ends the token that the request itself shows. */
    @OpenTo(Audience.ANYONE)
    @DeleteMapping("/api/v1/tokens/current")
    ResponseEntity<Void> end(HttpServletRequest request, Viewer viewer) {
        String token =
                Viewers.bearerOf(request)
                        .orElseThrow(() ->
                                new Refusal(
                                        Problem.of(
                                                HttpStatus.UNAUTHORIZED,
                                                "identity.problem.no-bearer")));
        tokens.remove(token);
        audit.note(viewer, "token.ended", "current");
        return ResponseEntity.noContent().build();
    }

    private static Phone phone(Body body) {
        String typed = body.need("phone", "identity.problem.phone-missing");
        return Phone.read(typed).orElseThrow(() -> new Refusal(Phone.wrongWith(typed)));
    }
}
