package org.warmhandoff.simulator.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedSet;
import java.util.TreeSet;
import org.warmhandoff.simulator.feed.Feed;

/**
 * How far a file has been fed, on disk: written after rows were acknowledged, never before. A crash
 * between the two only means that a few rows are posted again, which intake takes as unchanged.
 */
final class ReplayState {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Stored start;
  private int through;
  private final SortedSet<Integer> beyond;

  /**
   * What the file holds.
   *
   * @param weeks whole weeks the feed's times are moved by
   * @param through every row up to this one is acknowledged
   * @param beyond acknowledged rows after that
   */
  private record Stored(
      String feed,
      String mapping,
      String door,
      boolean history,
      long weeks,
      int through,
      SortedSet<Integer> beyond) {}

  private ReplayState(Path file, Stored stored) {
    this.file = file;
    this.start = stored;
    this.through = stored.through();
    this.beyond = new TreeSet<>(stored.beyond());
  }

  /** The week shift of a feed that is fed for the first time. */
  @FunctionalInterface
  interface Weeks {
    long get();
  }

  /** Takes up what is known of this feed, mapping and door, or begins. */
  static ReplayState open(
      Path folder, String feed, String mapping, String door, boolean history, Weeks weeks) {
    String doorHash = Feed.sha256(door.getBytes(StandardCharsets.UTF_8));
    Path file =
        folder.resolve(
            "%s-%s-%s-%s.json"
                .formatted(
                    feed.substring(0, 12),
                    mapping.substring(0, 12),
                    doorHash.substring(0, 6),
                    history ? "history" : "live"));
    try {
      if (Files.exists(file)) {
        return new ReplayState(file, JSON.readValue(Files.readAllBytes(file), Stored.class));
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the replay state " + file + " cannot be used", e);
    }
    ReplayState fresh =
        new ReplayState(
            file, new Stored(feed, mapping, door, history, weeks.get(), 0, new TreeSet<>()));
    fresh.write();
    return fresh;
  }

  long weeks() {
    return start.weeks();
  }

  synchronized boolean has(int row) {
    return row <= through || beyond.contains(row);
  }

  synchronized int acknowledged() {
    return through + beyond.size();
  }

  synchronized void acknowledge(int row) {
    if (row > through) {
      beyond.add(row);
      while (beyond.remove(through + 1)) {
        through++;
      }
    }
  }

  /** Forgets how far it was, not the week shift: the same rows go out with the same times. */
  synchronized void rewind() {
    through = 0;
    beyond.clear();
  }

  synchronized void write() {
    Stored now =
        new Stored(
            start.feed(),
            start.mapping(),
            start.door(),
            start.history(),
            start.weeks(),
            through,
            new TreeSet<>(beyond));
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(next, JSON.writeValueAsBytes(now));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the replay state " + file + " cannot be written", e);
    }
  }
}
