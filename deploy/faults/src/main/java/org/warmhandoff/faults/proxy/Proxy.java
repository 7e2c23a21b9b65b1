package org.warmhandoff.faults.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A small TCP proxy on loopback, through which the programs under test reach the broker or the
 * database. It knows whose connection each is by what is said on it first, and can hold back what
 * flows in one direction, or cut.
 */
public final class Proxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int upstream;
  private final Protocol protocol;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final Set<Blocked> blocked = ConcurrentHashMap.newKeySet();
  private final AtomicLong opened = new AtomicLong();

  /** Which way bytes flow. */
  public enum Direction {
    TO_SERVER,
    TO_CLIENT
  }

  /** A held direction of some clients' connections. */
  private record Blocked(String client, Direction direction) {}

  private Proxy(ServerSocket listener, int upstream, Protocol protocol) {
    this.listener = listener;
    this.upstream = upstream;
    this.protocol = protocol;
  }

  /**
   * Opens it on a free port.
   *
   * @param upstream port of the real server
   */
  public static Proxy open(int upstream, Protocol protocol) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 512);
      Proxy proxy = new Proxy(listener, upstream, protocol);
      Thread.ofVirtual().name("proxy of " + upstream).start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections were ever opened through it. */
  public long opened() {
    return opened.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        opened.incrementAndGet();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getByName("127.0.0.1"), upstream);
      Link link = new Link(client, server, protocol.watch(), this::isBlocked);
      links.add(link);
      link.run(() -> links.remove(link));
    } catch (IOException serverIsAway) {
      try {
        client.close();
      } catch (IOException e) {
        System.err.println("proxy: " + e.getMessage());
      }
    }
  }

  private boolean isBlocked(String client, Direction direction) {
    for (Blocked one : blocked) {
      if (one.direction == direction && client.startsWith(one.client)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Holds back what flows in one direction on connections of clients whose name begins so, new ones
   * too, until {@link #heal}.
   */
  public void block(String client, Direction direction) {
    blocked.add(new Blocked(client, direction));
  }

  /** Lets everything flow again; what was held back arrives. */
  public void heal() {
    blocked.clear();
    links.forEach(Link::wake);
  }

  /** Cuts connections of clients whose name begins so. */
  public void cut(String client) {
    Predicate<Link> named = link -> link.client().startsWith(client);
    links.stream().filter(named).forEach(Link::cut);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    links.forEach(Link::cut);
  }
}
