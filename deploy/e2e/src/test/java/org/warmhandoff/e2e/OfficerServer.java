package org.warmhandoff.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page with the officer's script and doors that answer as a test wants: as a service in trouble,
 * a login between, or not at all. One origin for all of it, as the front door makes it.
 */
final class OfficerServer implements AutoCloseable {

  static final String PAGE = "/incident/scene/7d9f0000-0000-4000-8000-000000000001";

  private static final Path RESOURCES =
      Path.of(System.getProperty("handoff.root", "../.."), "console", "src", "main", "resources");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile String officer = "a";

  /**
   * A form that arrived.
   *
   * @param door scene-safe, worker-wanted and so on
   */
  record Sent(String door, Map<String, String> fields) {}

  OfficerServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("no port", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + PAGE;
  }

  /** Whose page it is from now on. */
  void signsIn(String next) {
    officer = next;
  }

  /**
   * From now on a door answers so.
   *
   * @param as a status, {@code login}, {@code dance} (through a login back to the door itself) or
   *     {@code silence}; null takes it
   */
  void door(String name, @Nullable String as) {
    if (as == null) {
      answers.remove(name);
    } else {
      answers.put(name, as);
    }
  }

  /** What arrived at a door, also where it was not taken. */
  List<Sent> at(String door) {
    return sent.stream().filter(one -> one.door().equals(door)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("POST")) {
        post(exchange, path.substring(PAGE.length() + 1));
      } else if (path.equals("/incident/console/taps.js")) {
        String script = Files.readString(RESOURCES.resolve("META-INF/resources/console/taps.js"));
        write(exchange, 200, "text/javascript", script);
      } else if (path.equals(PAGE)) {
        write(exchange, 200, "text/html", page());
      } else if (path.equals("/identity/login")) {
        write(exchange, 200, "text/html", "<title>Log in</title>");
      } else {
        write(exchange, path.startsWith(PAGE) ? 405 : 404, "text/html", "no");
      }
    }
  }

  private void post(HttpExchange exchange, String door) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    sent.add(new Sent(door, fields(body)));
    String as = answers.getOrDefault(door, "taken");
    switch (as) {
      case "taken" -> redirect(exchange, 303, PAGE);
      case "login" -> redirect(exchange, 302, "/identity/login");
      case "dance" -> redirect(exchange, 302, PAGE + "/" + door);
      case "silence" -> {
        try {
          closing.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      default -> write(exchange, Integer.parseInt(as), "text/html", "no");
    }
  }

  private String page() throws IOException {
    String words =
        Files.readString(RESOURCES.resolve("templates/console/taps.html"))
            .replace("{page}", "scene")
            .replace("{holder}", officer)
            .replaceAll("\\{config:[^}]*\\}", "/incident")
            .replaceAll("\\{frame:(\\w+)\\}", "$1");
    return """
    <!doctype html><html lang="en"><head><title>Scene</title></head><body><main>
    %s
    %s%s%s%s
    </main></body></html>\
    """
        .formatted(
            words,
            form("scene-safe/revocation", "<button>Not safe any more</button>"),
            form(
                "scene-safe",
                "<input type=\"radio\" name=\"suspect\" value=\"left\""
                    + " required><button>Safe</button>"),
            form("worker-wanted", "<button name=\"help\" value=\"on-site\">Worker</button>"),
            form("charge", "<button name=\"charge\" value=\"laid\">Laid</button>"));
  }

  private String form(String door, String content) {
    return "<form method=\"post\" action=\"%s/%s\" data-tap>".formatted(PAGE, door)
        + "<input type=\"hidden\" name=\"tap\" value=\"of-the-page\">"
        + "<input type=\"hidden\" name=\"officer\" value=\"%s\">%s</form>"
            .formatted(officer, content);
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(status, -1);
  }

  private static void write(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> fields(String body) {
    return Arrays.stream(body.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (one, other) -> one));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }
}
