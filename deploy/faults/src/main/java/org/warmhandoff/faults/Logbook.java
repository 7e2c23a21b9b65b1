package org.warmhandoff.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run's schedules, one JSON object a line, written as they end: a run that was broken off goes on
 * with what it has not run yet.
 *
 * @param file null for a run that leaves nothing behind
 */
record Logbook(@Nullable Path file) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was written before. */
  List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (file != null && Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          entries.add(JSON.readValue(line, Entry.class));
        }
      }
    }
    return entries;
  }

  void write(Entry entry) {
    if (file != null) {
      try {
        Files.writeString(
            file,
            JSON.writeValueAsString(entry) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
