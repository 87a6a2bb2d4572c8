package org.jiaxue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Speaks HTTP by hand, to say what no client would. */
final class Wire {

    private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();

    /** More than twice what one address may try in a window, so that two windows do not hold it. */
    static final int MORE_THAN_TRIES = 210;

    private Wire() {}

    /** What the server answers until it hangs up; {@code Connection: close} is the caller's. */
    static String say(int port, String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Tries a code out as somebody for whom a proxy says that it asks; the answer's first line. */
    static String tryCode(int port, String forwardedFor) throws IOException {
        String body = "{\"phone\":\"13700137999\",\"code\":\"000001\"}";
        String answer =
                say(
                        port,
                        "POST /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + ("X-Forwarded-For: " + forwardedFor + "\r\n")
                                + "Content-Type: application/json\r\n"
                                + ("Content-Length: " + body.length() + "\r\n\r\n" + body));
        return answer.lines().findFirst().orElse("").strip();
    }

    /** The same so often that it is too often for one address, in whatever window; all answers. */
    static List<String> tryCodesAs(int port, IntFunction<String> forwardedFor) throws IOException {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_TRIES; i++) {
            answers.add(tryCode(port, forwardedFor.apply(i)));
        }
        return answers;
    }

    /** Says this much and hangs up. */
    static void breakOff(int port, String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }

    static String get(String path, String... headers) {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("Connection: close\r\n\r\n").toString();
    }
}
