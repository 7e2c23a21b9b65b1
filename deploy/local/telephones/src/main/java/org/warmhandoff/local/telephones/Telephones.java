package org.warmhandoff.local.telephones;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executors;

/**
 * Serves the gateway's API and the outbox on one port, and SMTP on another, both on the loopback
 * interface.
 *
 * <p>Arguments: port, SMTP port, address of the front door. Environment: HANDOFF_GATEWAY_ACCOUNT,
 * HANDOFF_GATEWAY_SECRET.
 */
public final class Telephones implements AutoCloseable {

  private final HttpServer server;
  private final Letters letters;

  private Telephones(HttpServer server, Letters letters) {
    this.server = server;
    this.letters = letters;
  }

  /** Prints {@code READY telephones http://localhost:<port>/} on standard output when it serves. */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: Telephones <port> <smtp port> <front door>");
    }
    Company company =
        new Company(
            environment("HANDOFF_GATEWAY_ACCOUNT"),
            environment("HANDOFF_GATEWAY_SECRET"),
            URI.create(args[2]));
    Telephones open =
        open(company, Integer.parseInt(args[0]), Integer.parseInt(args[1]), InstantSource.system());
    Runtime.getRuntime().addShutdownHook(new Thread(open::close, "telephones-shutdown"));
    System.out.println("READY telephones http://localhost:" + open.port() + "/");
  }

  private static String environment(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }

  static Telephones open(Company company, int port, int smtpPort, InstantSource clock)
      throws IOException {
    Outbox outbox = new Outbox();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(GatewayDoor.ROOT, new GatewayDoor(company, outbox, clock));
    server.createContext("/", new OutboxPage(company, outbox));
    Letters letters = new Letters(smtpPort, outbox, clock);
    letters.open();
    server.start();
    return new Telephones(server, letters);
  }

  int port() {
    return server.getAddress().getPort();
  }

  int smtpPort() {
    return letters.port();
  }

  /** Is told of each letter that was put into the outbox. */
  void onLetter(Runnable listener) {
    letters.onLetter(listener);
  }

  @Override
  public void close() {
    server.stop(0);
    letters.close();
  }
}
