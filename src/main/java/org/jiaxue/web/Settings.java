package org.jiaxue.web;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides before the first start.
 *
 * @param baseUrl where strangers reach this service, without a trailing slash
 * @param secret at least 32 characters; every other key is derived from it
 * @param data the directory that belongs to this process
 * @param demo whether this is a demonstration, which alone may show codes on the page
 * @param zone the zone whose days count
 */
@ConfigurationProperties("jiaxue")
public record Settings(
        @DefaultValue("http://localhost:8080") String baseUrl,
        String secret,
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {

    /** Whether strangers come over TLS, so that cookies are for that alone. */
    public boolean secure() {
        return baseUrl.startsWith("https:");
    }

    @Override
    public String toString() {
        return "Settings[baseUrl=" + baseUrl + ", data=" + data + ", demo=" + demo + "]";
    }
}
