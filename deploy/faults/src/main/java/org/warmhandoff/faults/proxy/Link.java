package org.warmhandoff.faults.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.warmhandoff.faults.proxy.Proxy.Direction;

/** One connection through the proxy: two pumps. */
final class Link {

  private static final int BUFFER = 16 * 1024;
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final Socket client;
  private final Socket server;
  private final Protocol.Watch watch;
  private final BiPredicate<String, Direction> blocked;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Object gate = new Object();

  Link(Socket client, Socket server, Protocol.Watch watch, BiPredicate<String, Direction> blocked) {
    this.client = client;
    this.server = server;
    this.watch = watch;
    this.blocked = blocked;
  }

  /** Whose connection it is, as far as it has said. */
  String client() {
    return watch.client();
  }

  void run(Runnable ended) throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    Thread.ofVirtual().start(() -> pump(client, server, Direction.TO_SERVER, ended));
    Thread.ofVirtual().start(() -> pump(server, client, Direction.TO_CLIENT, ended));
  }

  private void pump(Socket from, Socket to, Direction direction, Runnable ended) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (direction == Direction.TO_SERVER) {
          watch.saw(buffer, read);
        }
        awaitOpen(direction);
        out.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      // One side is gone: so is the other, below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cut();
    ended.run();
  }

  private void awaitOpen(Direction direction) throws InterruptedException {
    synchronized (gate) {
      while (!over.get() && blocked.test(watch.client(), direction)) {
        gate.wait(LOOK_AGAIN_MILLIS);
      }
    }
  }

  void wake() {
    synchronized (gate) {
      gate.notifyAll();
    }
  }

  void cut() {
    if (over.compareAndSet(false, true)) {
      close(client);
      close(server);
      wake();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      System.err.println("proxy: " + e.getMessage());
    }
  }
}
