package org.warmhandoff.local.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What one program prints, kept for this run and the two before. */
record LogFile(Path path) {

  private static final int TAIL_BYTES = 16_384;

  static LogFile of(DataFolder data, String program) {
    return new LogFile(data.logs().resolve(program + ".log"));
  }

  void rotate() {
    try {
      moveIfPresent(older(1), older(2));
      moveIfPresent(path, older(1));
      Files.createFile(path);
    } catch (IOException e) {
      throw new Trouble("cannot write the log " + path + ": " + e.getMessage(), e);
    }
  }

  private Path older(int runs) {
    String name = path.getFileName().toString();
    return path.resolveSibling(name.substring(0, name.length() - 3) + runs + ".log");
  }

  private static void moveIfPresent(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  long length() {
    return path.toFile().length();
  }

  /** Whether a line starting with the word was printed behind the offset. */
  boolean says(String word, long offset) {
    return read(offset).lines().anyMatch(line -> line.startsWith(word));
  }

  List<String> tail(int lines) {
    List<String> all = read(Math.max(0, length() - TAIL_BYTES)).lines().toList();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  /** Everything from the offset to the present end. */
  String read(long offset) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.max(0, file.length() - offset)];
      file.seek(offset);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
