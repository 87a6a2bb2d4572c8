package org.jiaxue.catalogue.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Browser;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Media;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class MediaFilesTests {

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    private String video = "";
    private byte[] whole = {};

    @BeforeEach
    void fetchTheWhole() {
        video = Objects.requireNonNull(media().video());
        whole = ask("GET").body();
    }

    @Test
    void a_file_comes_whole_and_may_be_kept_for_ever() {
        HttpResponse<byte[]> answer = ask("GET");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(answer, "Cache-Control"))
                .isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "Content-Length")).isEqualTo("" + whole.length);
        assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({"captionsZh, text/vtt;charset=utf-8", "poster, image/jpeg"})
    void captions_and_pictures_say_what_they_are(String part, String type) {
        String address =
                Objects.requireNonNull(
                        "poster".equals(part) ? media().poster() : media().captionsZh());

        assertThat(header(new Browser(port).ask("GET", address), "Content-Type"))
                .isEqualToIgnoringCase(type);
    }

    @Test
    void head_says_the_same_without_the_content() {
        HttpResponse<byte[]> answer = ask("HEAD");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("" + whole.length);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_range_comes_as_that_part() {
        expectPart(ask("GET", "Range", "bytes=100-199"), 100, 200);
    }

    @Test
    void an_open_range_comes_to_the_end() {
        expectPart(ask("GET", "Range", "bytes=1000-"), 1000, whole.length);
    }

    @Test
    void a_suffix_comes_from_the_end() {
        expectPart(ask("GET", "Range", "bytes=-500"), whole.length - 500, whole.length);
    }

    @Test
    void a_range_past_the_end_is_cut_there() {
        expectPart(ask("GET", "Range", "bytes=10-99999999"), 10, whole.length);
    }

    @Test
    void a_range_wholly_past_the_end_is_not_satisfiable() {
        HttpResponse<byte[]> answer = ask("GET", "Range", "bytes=99999999-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + whole.length);
        assertThat(header(answer, "Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void several_ranges_come_in_parts() {
        HttpResponse<byte[]> answer = ask("GET", "Range", "bytes=0-9, 20-29");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Type")).startsWith("multipart/byteranges; boundary=");
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(body)
                .contains("Content-Range: bytes 0-9/" + whole.length)
                .contains("Content-Range: bytes 20-29/" + whole.length)
                .endsWith("--\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=",
                "bytes=-",
                "bytes=b-c",
                "bytes=20-10",
                "bytes=0-9,5-20",
                "seconds=0-5",
                "bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16",
                "bytes=0-99999999999999999999999",
            })
    void a_range_that_is_none_is_answered_with_the_whole(String range) {
        HttpResponse<byte[]> answer = ask("GET", "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(whole);
    }

    @Test
    void a_range_of_another_content_is_answered_with_the_whole() {
        String etag = header(ask("HEAD"), "ETag");

        assertThat(ask("GET", "Range", "bytes=0-9", "If-Range", etag).statusCode()).isEqualTo(206);
        assertThat(ask("GET", "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(ask("GET", "Range", "bytes=0-9", "If-Range", "W/" + etag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_holds_it_already_is_told_so() {
        String etag = header(ask("HEAD"), "ETag");
        HttpResponse<byte[]> answer = ask("GET", "If-None-Match", "\"x\", " + etag);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "Cache-Control")).contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/x/y.mp4",
                "/media/%2e%2e/application.yaml",
                "/media/..%2f..%2f/pom.xml",
                "/media/0000000000000000000000000000000000000000000000000000000000000000/a.mp4",
                "/media/0000000000000000000000000000000000000000000000000000000000000000/%2e%2e",
                "/media/0000000000000000000000000000000000000000000000000000000000000000/a%00.mp4",
                "/media/"
            })
    void nothing_but_kept_files_is_handed_out(String path) {
        assertThat(new Browser(port).ask("GET", path).statusCode()).isIn(400, 404);
    }

    private void expectPart(HttpResponse<byte[]> answer, int from, int to) {
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Range"))
                .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + whole.length);
        assertThat(header(answer, "Content-Length")).isEqualTo("" + (to - from));
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole, from, to));
    }

    private Media media() {
        return catalogue.media(LessonId.named("dawdling-is-not-laziness"));
    }

    private HttpResponse<byte[]> ask(String method, String... headers) {
        return new Browser(port).ask(method, video, headers);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
