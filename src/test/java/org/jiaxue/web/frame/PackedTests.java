package org.jiaxue.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PackedTests {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.1"})
    void whoever_takes_gzip_gets_it(String header) {
        assertThat(Packed.fits(asking(header), Packed.SMALLEST)).isTrue();
        assertThat(Packed.fits(asking(header), Packed.SMALLEST - 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "br", "gzip;q=0", "identity, gzip;q=0.0", "*", "zip", "gzip2", ";;,"})
    void nobody_else_does(String header) {
        assertThat(Packed.fits(asking(header), Packed.SMALLEST)).isFalse();
    }

    @Test
    void whoever_says_nothing_gets_it_plain() {
        assertThat(Packed.fits(new MockHttpServletRequest(), Packed.SMALLEST)).isFalse();
    }

    @Test
    void unpacked_it_is_the_page() throws Exception {
        Utf8ByteOutput html = new Utf8ByteOutput();
        for (int i = 0; i < 5_000; i++) {
            html.writeContent("<li>第" + i + "课</li>");
        }

        byte[] packed = Packed.of(html);

        assertThat(packed).hasSizeLessThan(html.getContentLength() / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes())
                .isEqualTo(html.toByteArray());
        assertThat(new String(html.toByteArray(), StandardCharsets.UTF_8)).contains("第4999课");
    }

    private static MockHttpServletRequest asking(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", header);
        return request;
    }
}
