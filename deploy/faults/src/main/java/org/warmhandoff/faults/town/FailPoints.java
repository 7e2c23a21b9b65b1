package org.warmhandoff.faults.town;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.faults.plan.Fault;

/** The harness's end of the fail points: arms them in the programs, hears which have fired. */
public final class FailPoints implements AutoCloseable {

  private final ServerSocket listener;
  private final Map<String, List<OutputStream>> programs = new HashMap<>();
  private final List<Fault.AtPoint> armed = new ArrayList<>();
  private final List<Fault.AtPoint> fired = new ArrayList<>();

  private FailPoints(ServerSocket listener) {
    this.listener = listener;
  }

  /** Listens on a free port of loopback. */
  public static FailPoints open() {
    try {
      ServerSocket listener = new ServerSocket();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      FailPoints points = new FailPoints(listener);
      Thread.ofVirtual().name("fail points").start(points::accept);
      return points;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where programs report. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Arms a point in its program, now or when that starts. */
  public synchronized void arm(Fault.AtPoint fault) {
    armed.add(fault);
    programs.getOrDefault(fault.program(), List.of()).forEach(out -> send(out, order(fault)));
  }

  /** Waits until what is to happen at a program's start has happened, or the time is over. */
  public synchronized void awaitStarts(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (armed.stream().anyMatch(fault -> fault.point().isAtTheStart())) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        return;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Takes back what has not happened. */
  public synchronized void disarm() {
    armed.clear();
    programs.values().forEach(outs -> outs.forEach(out -> send(out, "disarm\n")));
  }

  /** What has happened since the last time this was asked. */
  public synchronized List<Fault.AtPoint> takeFired() {
    List<Fault.AtPoint> taken = List.copyOf(fired);
    fired.clear();
    return taken;
  }

  private static String order(Fault.AtPoint fault) {
    return "arm %s %s %d %d\n"
        .formatted(fault.point().code(), fault.action(), fault.nth(), fault.pause().toMillis());
  }

  private static void send(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException goneMeanwhile) {
      // The program has ended; its successor is told when it says hello.
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> converse(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket socket) {
    String program = "";
    OutputStream mouth = OutputStream.nullOutputStream();
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      mouth = socket.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("hello")) {
          program = words[1];
          welcome(program, mouth);
        } else {
          heard(program, words[1]);
        }
      }
    } catch (IOException ended) {
      // killed: that is what it is for
    }
    synchronized (this) {
      programs.getOrDefault(program, new ArrayList<>()).remove(mouth);
    }
  }

  private synchronized void welcome(String program, OutputStream out) {
    programs.computeIfAbsent(program, name -> new ArrayList<>()).add(out);
    armed.stream()
        .filter(fault -> fault.program().equals(program))
        .forEach(fault -> send(out, order(fault)));
    send(out, "ready\n");
  }

  private synchronized void heard(String program, String point) {
    armed.stream()
        .filter(fault -> fault.program().equals(program) && fault.point().code().equals(point))
        .findFirst()
        .ifPresent(
            fault -> {
              armed.remove(fault);
              fired.add(fault);
              notifyAll();
            });
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
