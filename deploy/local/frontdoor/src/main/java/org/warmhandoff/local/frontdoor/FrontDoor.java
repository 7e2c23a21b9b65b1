package org.warmhandoff.local.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.TimeUnit;

/** One origin for the four services and the identity provider; streams, and keeps the Host. */
public final class FrontDoor implements AutoCloseable {

  private final Vertx vertx;
  private final HttpServer server;

  private FrontDoor(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /** Starts with the environment's settings and prints {@code READY <address>}. */
  public static void main(String[] arguments) {
    Settings settings;
    try {
      settings = Settings.from(System.getenv());
    } catch (IllegalArgumentException wrong) {
      System.err.println("front door: " + wrong.getMessage());
      System.exit(2);
      return;
    }
    try {
      FrontDoor door = open(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(door::close, "close front door"));
      System.out.println("READY http://" + settings.host() + ":" + door.port());
    } catch (IllegalStateException taken) {
      System.err.println("front door: " + taken.getMessage());
      System.exit(1);
    }
  }

  /**
   * Listens.
   *
   * @throws IllegalStateException when the port cannot be had
   */
  static FrontDoor open(Settings settings) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    Passage passage = new Passage(vertx, settings);
    StartPage startPage = new StartPage();
    ReferencePages reference = new ReferencePages();
    SignOut signOut = passage.signOut();
    HttpServer server =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setMaxHeaderSize(settings.maxHeaderBytes())
                .setMaxInitialLineLength(8_192)
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(settings.idleTimeout().plusSeconds(5).toMillis())));
    server.requestHandler(request -> route(request, passage, startPage, reference, signOut));
    Future<HttpServer> listening = server.listen(settings.port(), settings.host());
    try {
      return new FrontDoor(vertx, listening.await(10, TimeUnit.SECONDS));
    } catch (Exception refused) {
      var _ = vertx.close();
      throw new IllegalStateException(
          "cannot listen on "
              + settings.host()
              + ":"
              + settings.port()
              + ": "
              + refused.getMessage(),
          refused);
    }
  }

  int port() {
    return server.actualPort();
  }

  private static void route(
      HttpServerRequest request,
      Passage passage,
      StartPage startPage,
      ReferencePages reference,
      SignOut signOut) {
    String path = request.path();
    if (path == null) {
      Refusal.unreadable().send(request);
      return;
    }
    switch (path) {
      case "/" -> startPage.answer(request);
      case "/health" -> healthy(request.response());
      case "/sign-out" -> signOut.answer(request);
      case "/favicon.ico" -> request.response().setStatusCode(204).end();
      case "/reference" ->
          request.response().setStatusCode(308).putHeader("location", ReferencePages.ROOT).end();
      default -> {
        if (path.startsWith(ReferencePages.ROOT)) {
          reference.answer(request, path);
        } else {
          passTo(request, path, passage);
        }
      }
    }
  }

  private static void passTo(HttpServerRequest request, String path, Passage passage) {
    int end = path.indexOf('/', 1);
    String name = end < 0 ? path.substring(1) : path.substring(1, end);
    URI upstream = passage.upstream(name);
    if (upstream == null || isNotForOutside(path)) {
      Refusal.unknownAddress().send(request);
    } else {
      passage.through(request, name);
    }
  }

  /**
   * Health and metrics of a service are for whoever runs it, at the service's own port, and its way
   * out is for {@link SignOut}, which asks where a request comes from. The path is read as the
   * service would read it: percent-encoded, doubled and dotted in whatever way.
   */
  private static boolean isNotForOutside(String path) {
    try {
      String decoded = new URI(path.replaceAll("/+", "/")).getPath().replaceAll("/+", "/");
      return new URI(null, null, decoded, null)
          .normalize()
          .getPath()
          .matches("/[^/]+/(q(/.*)?|sign-out)");
    } catch (URISyntaxException unreadable) {
      return true;
    }
  }

  private static void healthy(HttpServerResponse response) {
    var _ =
        response
            .putHeader("content-type", "application/json")
            .putHeader("cache-control", "no-store")
            .end("{\"status\":\"UP\"}");
  }

  @Override
  public void close() {
    try {
      vertx.close().await(5, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException late) {
      System.err.println("front door: connections were still open after 5 s");
    }
  }
}
