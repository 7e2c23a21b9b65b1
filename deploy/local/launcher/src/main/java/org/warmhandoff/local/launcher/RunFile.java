package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What the running launcher tells the other verbs about itself. Only {@link ProcessStamp} decides
 * who may be ended: a process number alone may belong to a stranger by now.
 *
 * @param launcher the launcher that wrote this
 * @param readyAfterMillis how long the start took, or 0 while it lasts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record RunFile(ProcessStamp launcher, int portBase, long readyAfterMillis, List<Running> children) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One child as it was when this was written. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Running(String name, ProcessStamp process, int restarts) {}

  RunFile {
    children = List.copyOf(children);
  }

  boolean isReady() {
    return readyAfterMillis > 0;
  }

  void write(Path file) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(draft, JSON.writeValueAsBytes(this));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<RunFile> read(DataFolder data) {
    if (!Files.isReadable(data.runFile())) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(data.runFile().toFile(), RunFile.class));
    } catch (IOException e) {
      throw new Trouble("cannot read " + data.runFile() + ": " + e.getMessage(), e);
    }
  }

  /** The file of a launcher that runs now. */
  static Optional<RunFile> live(DataFolder data) {
    return read(data).filter(run -> run.launcher().find().isPresent());
  }
}
