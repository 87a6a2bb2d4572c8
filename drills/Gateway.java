import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A gateway for text messages that keeps the last code of each telephone. */
final class Gateway implements AutoCloseable {

    private static final int OK = 200;
    private static final int NO_BODY = -1;

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final HttpServer server;

    Gateway(int port) throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String message =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        codes.put(said("phone", message), said("code", message));
        exchange.sendResponseHeaders(OK, NO_BODY);
        exchange.close();
    }

    private static String said(String name, String message) {
        return Api.all("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"", message).getFirst();
    }

    String code(String phone) {
        return codes.getOrDefault(phone, "000000");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
