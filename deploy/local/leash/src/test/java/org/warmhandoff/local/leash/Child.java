package org.warmhandoff.local.leash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that would run for ever, and leaves a note when it is ended in order. */
public final class Child {

  private Child() {}

  /** Arguments: the note's file, and whether to fail at once. */
  public static void main(String[] args) throws InterruptedException {
    Path note = Path.of(args[0]);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Files.writeString(note, "ended in order");
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
    if (Boolean.parseBoolean(args[1])) {
      new Thread(Child::runForEver).start();
      throw new IllegalStateException("no start");
    }
    System.out.println("READY");
    runForEver();
  }

  private static void runForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
