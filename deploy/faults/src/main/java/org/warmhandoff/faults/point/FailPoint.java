package org.warmhandoff.faults.point;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Called from every point that was woven into a program. Does nothing until the harness, told of
 * the program over a loopback connection, arms the point; then the fault happens once. It uses the
 * JDK alone, since it stands on the class path of the programs under test.
 */
public final class FailPoint {

  /** System property with the port the harness listens on; without it every point is idle. */
  public static final String PORT = "handoff.faults.port";

  /** System property with the program's name. */
  public static final String PROGRAM = "handoff.faults.program";

  private static final int KILLED = 137;
  private static final long FIRST_ORDERS_MILLIS = 2_000;
  private static final @Nullable OutputStream REPORT = connect();

  private FailPoint() {}

  /** What happens at an armed point. */
  public enum Action {
    /** The process is gone, as by kill -9 at this very step. */
    HALT,
    /** The database's connection broke. */
    BREAK,
    /** A programming error. */
    THROW,
    /** It takes long. */
    PAUSE
  }

  /**
   * A program has come to a point.
   *
   * @param speaksSql whether the method it stands in declares the driver's own exception; elsewhere
   *     a broken connection comes wrapped, as libraries hand it on: one that is checked and not
   *     declared would commit the transaction it ends
   */
  public static void reach(String point, boolean speaksSql) {
    Orders.Armed armed = Orders.ARMED.isEmpty() ? null : Orders.ARMED.get(point);
    if (armed != null && armed.left().decrementAndGet() == 0) {
      Orders.ARMED.remove(point, armed);
      report("fired " + point + " " + armed.action());
      happen(armed, point, speaksSql);
    }
  }

  private static void happen(Orders.Armed armed, String point, boolean speaksSql) {
    switch (armed.action()) {
      case HALT -> Runtime.getRuntime().halt(KILLED);
      case BREAK -> breakOff(point, speaksSql);
      case THROW -> throw new InjectedFault(point);
      case PAUSE -> pause(armed.millis());
    }
  }

  private static void breakOff(String point, boolean speaksSql) {
    SQLException broken = new SQLException("injected at " + point, "08006");
    if (speaksSql) {
      FailPoint.<RuntimeException>raise(broken);
    }
    throw new InjectedFault(point, broken);
  }

  private static void pause(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** The method the point stands in declares it, this one need not. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void raise(Throwable fault) throws E {
    throw (E) fault;
  }

  private static @Nullable OutputStream connect() {
    String port = System.getProperty(PORT);
    if (port == null) {
      return null;
    }
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      CountDownLatch told = new CountDownLatch(1);
      Thread listener = new Thread(new Orders(in, told), "fail-points");
      listener.setDaemon(true);
      listener.start();
      out.write(("hello " + System.getProperty(PROGRAM) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      // Points of the start, too, can be armed.
      if (!told.await(FIRST_ORDERS_MILLIS, TimeUnit.MILLISECONDS)) {
        System.err.println("fail points: no orders yet");
      }
      return out;
    } catch (IOException e) {
      System.err.println("fail points are idle: " + e.getMessage());
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static synchronized void report(String line) {
    OutputStream out = REPORT;
    if (out != null) {
      try {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        System.err.println("fail points: the harness is gone");
      }
    }
  }
}
