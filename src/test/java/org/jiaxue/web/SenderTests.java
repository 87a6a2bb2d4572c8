package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTests {

    @Test
    void addresses_of_one_network_are_one_and_those_of_the_next_are_not() {
        assertThat(Sender.networkOf("203.0.113.7"))
                .isEqualTo(Sender.networkOf("203.0.113.250"))
                .isNotEqualTo(Sender.networkOf("203.0.112.7"));
        assertThat(Sender.networkOf("2001:db8:1:2::3"))
                .isEqualTo(Sender.networkOf("2001:db8:1:ffff::9"))
                .isNotEqualTo(Sender.networkOf("2001:db8:2:2::3"));
        assertThat(Sender.networkOf("::ffff:203.0.113.7"))
                .isEqualTo(Sender.networkOf("203.0.113.7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.20.0.9",
                "192.168.1.4",
                "100.64.0.1",
                "100.127.9.9",
                "169.254.3.3",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00:1::2",
                "",
                "nobody",
                "example.org"
            })
    void what_is_no_address_of_the_public_network_is_no_network(String address) {
        assertThat(Sender.networkOf(address)).isNull();
    }
}
