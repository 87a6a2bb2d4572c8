package org.jiaxue.credentials.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTests {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, did:web:localhost%3A8080",
        "https://jiaxue.example/, did:web:jiaxue.example",
        "https://a-b.example.cn:8443, did:web:a-b.example.cn%3A8443",
    })
    void an_address_becomes_a_did(String address, String did) {
        assertThat(BaseUrl.read(address)).map(BaseUrl::did).contains(did);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:8080",
                "ftp://localhost",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "https://Jiaxue.example",
                "https://jiaxue.example/path",
                "https://jiaxue.example?x",
                "https://someone@jiaxue.example",
                "https://jiaxue.example#x",
                "https://家学.example",
            })
    void what_cannot_be_a_did_is_refused(String address) {
        assertThat(BaseUrl.read(address)).isEmpty();
    }
}
