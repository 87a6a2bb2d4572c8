package org.jiaxue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The peers that are believed when they say for whom they ask ({@code X-Forwarded-For}) and whether
 * over TLS ({@code X-Forwarded-Proto}). Nobody is, unless the operator names them.
 */
public final class Proxies {

    private Proxies() {}

    /**
     * Reads addresses and networks with commas between, such as {@code 127.0.0.1, 10.2.0.0/16,
     * ::1}.
     *
     * @return the networks in the same order; empty when one of them is none, or nothing is named
     */
    public static Optional<List<String>> read(String text) {
        List<String> networks = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            String named = one.strip().toLowerCase(Locale.ROOT);
            if (!named.matches("[0-9a-f:.]*[:.][0-9a-f:.]*(/[0-9]{1,3})?")) {
                return Optional.empty();
            }
            String whole = named.contains(":") ? "/128" : "/32";
            String network = named.contains("/") ? named : named + whole;
            if (!sound(network)) {
                return Optional.empty();
            }
            networks.add(network);
        }
        return Optional.of(List.copyOf(networks));
    }

    private static boolean sound(String network) {
        String address = network.substring(0, network.indexOf('/'));
        try {
            return (address.contains(":") || address.matches("[0-9]{1,3}([.][0-9]{1,3}){3}"))
                    && !new NetMask(network).toString().isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InTheServer {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> believedProxies(
                @Value("${jiaxue.proxies:}") String named) {
            return factory -> {
                if (!named.isBlank()) {
                    factory.addEngineValves(valve(named));
                }
            };
        }

        private static RemoteIpValve valve(String named) {
            List<String> networks =
                    read(named)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "No addresses or networks: " + named));
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(String.join(",", networks));
            valve.setProtocolHeader("X-Forwarded-Proto");
            return valve;
        }
    }
}
