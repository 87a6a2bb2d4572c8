package org.jiaxue.credentials.issuer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiaxue.credentials.CredentialId;

/**
 * The address that credentials carry for good: {@code https://host[:port]}, without a path. It is
 * also what the issuer's {@code did:web} is made of, which forbids IP addresses.
 *
 * @param value no slash at its end
 */
public record BaseUrl(String value) {

    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");

    /** Nothing when it is not such an address. */
    public static Optional<BaseUrl> read(String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean sound =
                    ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                            && uri.getHost() != null
                            && HOST.matcher(uri.getHost()).matches()
                            && !DIGITS.matcher(uri.getHost()).matches()
                            && uri.getRawUserInfo() == null
                            && uri.getRawPath().isEmpty()
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null;
            return sound ? Optional.of(new BaseUrl(uri.toString())) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** did:web, section 3.2: the colon before a port is written {@code %3A}. */
    public String did() {
        URI uri = URI.create(value);
        String port = uri.getPort() < 0 ? "" : "%3A" + uri.getPort();
        return "did:web:" + uri.getHost() + port;
    }

    public String credential(CredentialId id) {
        return value + "/credentials/" + id;
    }

    public String statusList(int list) {
        return value + "/status/" + list;
    }

    @Override
    public String toString() {
        return value;
    }
}
