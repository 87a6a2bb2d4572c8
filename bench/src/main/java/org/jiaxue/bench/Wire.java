package org.jiaxue.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One connection that asks and is answered over and over, as HTTP/1.1 has it and no more: so that a
 * generator takes little of the processors that it shares with the house.
 */
public final class Wire implements AutoCloseable {

    private static final int LONGEST_LINE = 8_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private boolean over;

    /**
     * Opens a connection to this machine.
     *
     * @param patience how long an answer may take
     */
    public Wire(int port, Duration patience) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) patience.toMillis());
        socket.connect(new InetSocketAddress("127.0.0.1", port), (int) patience.toMillis());
        in = new BufferedInputStream(socket.getInputStream(), LONGEST_LINE);
    }

    /** Sends a request, whole as it stands, and reads its answer to the end; its status. */
    public int ask(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        String[] status = line().split(" ", 3);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring("content-length:".length()).strip());
            }
            over |= lower.equals("connection: close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        if (chunked) {
            passChunks();
        } else {
            in.skipNBytes(length);
        }
        return Integer.parseInt(status[1]);
    }

    /** Whether the last answer said that none comes after it on this connection. */
    public boolean over() {
        return over;
    }

    private void passChunks() throws IOException {
        int size = Integer.parseInt(line().strip(), 16);
        while (size > 0) {
            in.skipNBytes(size);
            line();
            size = Integer.parseInt(line().strip(), 16);
        }
        line();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("the connection ended in the middle of an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
