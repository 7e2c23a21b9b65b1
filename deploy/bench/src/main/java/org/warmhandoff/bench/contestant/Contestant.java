package org.warmhandoff.bench.contestant;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/**
 * One contestant in its process. Argument: the file of a {@link Task}. It says {@code READY} when
 * it begins to relay, {@code FED <events> <processor nanoseconds of the tellers>} while it tells
 * events of its own and {@code FED-ALL …} after the last; then it relays until it is ended.
 */
public final class Contestant {

  private Contestant() {}

  /** A relay and the tellers that go with it. */
  interface Library extends Feeder.Tellers {

    /**
     * Starts to relay, and returns when it does.
     *
     * @param ready to be run when everything is made and the relay is about to take its first row
     */
    void relay(Runnable ready) throws SQLException, InterruptedException;
  }

  /** Relays as the task says; never returns while it does. */
  public static void main(String[] args) throws IOException, SQLException, InterruptedException {
    Task task = Task.read(Path.of(args[0]));
    Library library =
        switch (task.contestant()) {
          case "ours" -> new Ours(task);
          case "debezium" -> new Debezium(task);
          case "gruelbox" -> new Gruelbox(task);
          default -> throw new IllegalArgumentException("no contestant " + task.contestant());
        };
    if (task.load()) {
      new Feeder(task, library).run();
      System.exit(0);
    }
    library.relay(() -> System.out.println("READY"));
    if (task.count() > 0) {
      new Feeder(task, library).run();
    }
    new CountDownLatch(1).await();
  }
}
