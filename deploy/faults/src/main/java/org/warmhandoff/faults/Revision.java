package org.warmhandoff.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was run and what looked at it, in a few letters: what held under other programs, or before a
 * stricter check, says nothing of these.
 */
final class Revision {

  private static final int LETTERS = 12;
  private static final List<String> PROGRAMS =
      List.of(
          "deploy/local",
          "incident-service/target/quarkus-app",
          "notification-service/target/quarkus-app",
          "referral-service/target/quarkus-app",
          "analytics-service/target/quarkus-app");

  private Revision() {}

  /** A hash over the jars of the programs and over this harness. */
  static String of(Path built) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream sum = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      for (Path file : files(built)) {
        sum.write(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        try (InputStream content = Files.newInputStream(file)) {
          content.transferTo(sum);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
  }

  private static List<Path> files(Path built) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String program : PROGRAMS) {
      files.addAll(under(built.resolve(program), ".*/target/(.*/)?[^/]+\\.jar"));
    }
    files.addAll(under(harness(), ".*\\.(jar|class)"));
    return files;
  }

  private static List<Path> under(Path folder, String pattern) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().matches(pattern)).sorted().toList();
    }
  }

  /** The jar this class is in, or the folder. */
  private static Path harness() {
    try {
      return Path.of(Revision.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
