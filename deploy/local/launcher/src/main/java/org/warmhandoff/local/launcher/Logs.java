package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows what the programs of a stack print. */
final class Logs {

  private static final int TAIL = 20;

  private final DataFolder data;

  Logs(DataFolder data) {
    this.data = data;
  }

  /**
   * @param names programs to show; none means all
   * @throws Trouble if there is no such log
   */
  void show(List<String> names, boolean follow) {
    Map<String, LogFile> logs = find(names);
    logs.forEach(
        (name, log) -> {
          Say.line("── " + log.path());
          log.tail(TAIL).forEach(Say::line);
        });
    if (follow) {
      follow(logs);
    }
  }

  private Map<String, LogFile> find(List<String> names) {
    Map<String, LogFile> found = new LinkedHashMap<>();
    if (Files.isDirectory(data.logs())) {
      try (var files = Files.list(data.logs())) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.matches("[a-z-]+\\.log"))
            .map(file -> file.substring(0, file.length() - 4))
            .filter(name -> names.isEmpty() || names.contains(name))
            .sorted()
            .forEach(name -> found.put(name, LogFile.of(data, name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    List<String> unknown = names.stream().filter(name -> !found.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      throw new Trouble("there is no log of %s in %s".formatted(unknown, data.logs()));
    }
    return found;
  }

  /** Until this process is ended. */
  private static void follow(Map<String, LogFile> logs) {
    Map<Path, Long> positions = new LinkedHashMap<>();
    logs.values().forEach(log -> positions.put(log.path(), log.length()));
    CountDownLatch never = new CountDownLatch(1);
    try {
      while (!never.await(300, TimeUnit.MILLISECONDS)) {
        logs.forEach((name, log) -> printNew(name, log, positions));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void printNew(String name, LogFile log, Map<Path, Long> positions) {
    long position = positions.getOrDefault(log.path(), 0L);
    if (log.length() < position) {
      position = 0; // a new run has begun a new file
    }
    String text = log.read(position);
    int whole = text.lastIndexOf('\n') + 1;
    String lines = text.substring(0, whole);
    lines.lines().forEach(line -> Say.line(name + " │ " + line));
    positions.put(
        log.path(), position + lines.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
  }
}
