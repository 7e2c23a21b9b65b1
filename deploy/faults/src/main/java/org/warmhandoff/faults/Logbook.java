package org.warmhandoff.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run's schedules, one JSON object a line, written as they end: a run that was broken off goes on
 * with what it has not run yet.
 *
 * @param file null for a run that leaves nothing behind
 * @param revision of what is run: an entry of another one says nothing of it
 */
record Logbook(@Nullable Path file, @Nullable String revision) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Logbook none() {
    return new Logbook(null, null);
  }

  /** What was written before, of this revision. */
  List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (file != null && Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          Entry entry = JSON.readValue(line, Entry.class);
          if (Objects.equals(entry.revision(), revision)) {
            entries.add(entry);
          }
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
