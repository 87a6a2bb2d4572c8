package org.jiaxue.web.asset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.jiaxue.web.Audience;
import org.jiaxue.web.OpenTo;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What browsers and search engines ask for by themselves, at addresses that are everywhere so. */
@RestController
@OpenTo(Audience.ANYONE)
class SignsPage {

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    /** What is somebody's own or staff's is not for search engines. */
    private static final String ROBOTS =
            """
            User-agent: *
            Disallow: /api/
            Disallow: /me
            Disallow: /welcome
            Disallow: /console
            Disallow: /credentials
            Disallow: /activities/*/
            Disallow: /sign-in
            Disallow: /preferences
            """;

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
                .cacheControl(A_DAY)
                .body(ROBOTS.getBytes(UTF_8));
    }

    /** The sign of the house, as a drawing; every page names the same one in its head. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Resource> favicon() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .cacheControl(A_DAY)
                .body(new ClassPathResource("static/icons/jiaxue.svg"));
    }
}
