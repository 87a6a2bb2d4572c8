package org.jiaxue.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample sign-in, as {@code accounts.json} tells it.
 *
 * @param kase which of the three cases a guardian is, or {@code sample}
 * @param signIn the phone number or the login
 * @param secret the password; a guardian has none, the one-time code stands on the page
 * @param scope what the token may be used for
 * @param token a bearer token
 * @param lesson the lesson that is left to the guardian near a star
 * @param division the node at which staff was granted the role, or where a guardian lives
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Account(
        String role,
        @JsonProperty("case") @Nullable String kase,
        String name,
        String signIn,
        @Nullable String secret,
        String scope,
        String token,
        @Nullable String lesson,
        String division) {

    /** The whole file. */
    record Accounts(boolean sample, List<Account> accounts) {}
}
