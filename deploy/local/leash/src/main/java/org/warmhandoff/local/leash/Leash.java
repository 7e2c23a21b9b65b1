package org.warmhandoff.local.leash;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs another program and ends it when its standard input closes.
 *
 * <p>A parent that is killed cannot tell its children anything, but the kernel closes its end of
 * their pipes. Whoever holds that pipe open keeps the child alive, and nobody else can: no process
 * stays behind, also after kill -9 of the parent.
 *
 * <p>Usage: {@code java -cp leash.jar:program.jar org.warmhandoff.local.leash.Leash <main class>
 * [args]}.
 */
public final class Leash {

  /** How long shutdown hooks may take before the process is ended without them, in seconds. */
  private static final long PATIENCE_SECONDS = 15;

  private Leash() {}

  /**
   * Starts the watch on standard input, then calls {@code args[0].main} with the rest.
   *
   * @throws ReflectiveOperationException if the class is missing or has no main method, or if its
   *     main method fails
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    if (args.length == 0) {
      throw new IllegalArgumentException("usage: Leash <main class> [args]");
    }
    watch(System.in);
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      // A child whose main failed must not live on because a library left a thread behind.
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void watch(InputStream pipe) {
    Thread watcher =
        new Thread(
            () -> {
              awaitEnd(pipe);
              endInOrder();
            },
            "leash");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void awaitEnd(InputStream pipe) {
    byte[] ignored = new byte[256];
    try {
      while (pipe.read(ignored) >= 0) {
        // Nothing is ever said over this pipe: only its end has a meaning.
      }
    } catch (IOException e) {
      System.err.println("leash: pipe from the parent broke: " + e.getMessage());
    }
  }

  private static void endInOrder() {
    CountDownLatch never = new CountDownLatch(1);
    Thread impatient =
        new Thread(
            () -> {
              try {
                if (!never.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                  System.err.println("leash: shutdown took too long, ending without it");
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(143);
            },
            "leash-impatient");
    impatient.setDaemon(true);
    impatient.start();
    System.exit(143);
  }
}
