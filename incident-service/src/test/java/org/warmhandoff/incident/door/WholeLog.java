package org.warmhandoff.incident.door;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Hears everything that can be logged: what is quiet today may be turned up tomorrow. Nobody else
 * hears it meanwhile.
 */
final class WholeLog {

  /** The test's own clients and their look into the answers, in the same process. */
  private static final List<String> OURS = List.of("org.apache.http", "io.restassured", "jdk.");

  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
  private final Handler ear =
      new Handler() {
        private final Formatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
          String logger = String.valueOf(entry.getLoggerName());
          if (OURS.stream().noneMatch(logger::startsWith)) {
            lines.add(formatter.format(entry));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final Logger root = Logger.getLogger("");
  private final Level usual = root.getLevel();
  private final List<Handler> others = List.of(root.getHandlers());

  void open() {
    ear.setLevel(Level.ALL);
    others.forEach(root::removeHandler);
    root.setLevel(Level.ALL);
    root.addHandler(ear);
  }

  void close() {
    root.removeHandler(ear);
    root.setLevel(usual);
    others.forEach(root::addHandler);
  }

  /** What was logged so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }
}
