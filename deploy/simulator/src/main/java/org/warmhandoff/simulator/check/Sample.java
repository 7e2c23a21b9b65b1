package org.warmhandoff.simulator.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to be checked in one request, and as what. What it is, is guessed from its content
 * where nobody says it: it is judged by the service alone.
 *
 * @param name as it is told, such as a file's
 * @param from number of the first row in the file, less one
 * @param many whether it is one of several rows of that name
 */
record Sample(String name, String mediaType, byte[] content, long from, boolean many) {

  static final String JSON = "application/json";
  static final String EIDO = "application/emergency.eido+json";
  static final String EVENT = "application/cloudevents+json";
  static final String EVENTS = "application/cloudevents-batch+json";
  static final String LINES = "application/x-ndjson";

  /** The most that is read of one file or address, opened. */
  static final int LARGEST = 16 * 1024 * 1024;

  /** Lines are sent so many at once, so that each request is answered soon. */
  private static final int GROUP = 200;

  /** What is read twice here could come out once, and be judged better than it is. */
  private static final ObjectMapper READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /**
   * A sample as the CAD would send it: its content type is told and not guessed, since a wrong one
   * is what the check should find.
   */
  static Stream<Sample> as(String type, String name, byte[] read) throws IOException {
    byte[] content = opened(read);
    return plain(type).equals(LINES)
        ? lines(name, type, content)
        : Stream.of(new Sample(name, type, content, 0, plain(type).equals(EVENTS)));
  }

  /**
   * The samples within a file or an answer, each made when it is asked for.
   *
   * @param hint the content type a web server said, which may well know nothing of it
   */
  static Stream<Sample> of(String name, byte[] read, String hint) throws IOException {
    byte[] content = opened(read);
    String plain = plain(hint);
    if (plain.equals(LINES) || (plain.isEmpty() && isLines(name))) {
      return lines(name, LINES, content);
    }
    if (List.of(EIDO, EVENT, EVENTS).contains(plain)) {
      return Stream.of(new Sample(name, plain, content, 0, plain.equals(EVENTS)));
    }
    JsonNode tree = tree(content);
    if (tree == null) {
      boolean lines = tree(firstLine(content)) != null;
      return lines
          ? lines(name, LINES, content)
          : Stream.of(new Sample(name, JSON, content, 0, false));
    }
    if (!tree.isArray() || tree.isEmpty()) {
      return Stream.of(new Sample(name, typeOf(tree), content, 0, false));
    }
    if (tree.path(0).has("specversion")) {
      return Stream.of(new Sample(name, EVENTS, content, 0, true));
    }
    return IntStream.range(0, tree.size())
        .mapToObj(
            i -> {
              byte[] document = tree.path(i).toString().getBytes(StandardCharsets.UTF_8);
              return new Sample(name, typeOf(tree.path(i)), document, i, tree.size() > 1);
            });
  }

  private static String plain(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  boolean isLines() {
    return plain(mediaType).equals(LINES);
  }

  /** How many answers there must be at least. */
  long documents() {
    if (!isLines()) {
      return plain(mediaType).equals(EVENTS) ? 0 : 1;
    }
    long lines = 0;
    boolean blank = true;
    for (int i = 0; i < content.length; i++) {
      blank &= content[i] == '\n' || content[i] == ' ' || content[i] == '\r' || content[i] == '\t';
      if (content[i] == '\n' || i == content.length - 1) {
        lines += blank ? 0 : 1;
        blank = true;
      }
    }
    return lines;
  }

  private static boolean isLines(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    return plain.endsWith(".ndjson") || plain.endsWith(".jsonl");
  }

  private static String typeOf(JsonNode document) {
    if (document.has("specversion")) {
      return EVENT;
    }
    return document.has("eidoVersion") || document.has("issuingElementIdentification")
        ? EIDO
        : JSON;
  }

  private static byte[] opened(byte[] read) throws IOException {
    boolean gzip = read.length > 2 && (read[0] & 0xff) == 0x1f && (read[1] & 0xff) == 0x8b;
    if (!gzip) {
      return read;
    }
    try (InputStream opened = new GZIPInputStream(new ByteArrayInputStream(read))) {
      byte[] content = opened.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new IOException("it is larger than 16 MB, opened");
      }
      return content;
    }
  }

  private static @Nullable JsonNode tree(byte[] content) {
    try {
      JsonNode tree = READER.readTree(content);
      return tree == null || tree.isMissingNode() ? null : tree;
    } catch (IOException | NumberFormatException notJson) {
      return null;
    }
  }

  /** The first line that is not empty. */
  private static byte[] firstLine(byte[] content) {
    int begin = 0;
    while (begin < content.length && Character.isWhitespace(content[begin])) {
      begin++;
    }
    int end = begin;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return Arrays.copyOfRange(content, begin, end);
  }

  /** Groups of lines, in the bytes they came in. */
  private static Stream<Sample> lines(String name, String type, byte[] content) {
    List<Sample> groups = new ArrayList<>();
    int begin = 0;
    int lines = 0;
    long from = 0;
    for (int i = 0; i < content.length; i++) {
      boolean last = i == content.length - 1;
      if (content[i] == '\n' || last) {
        lines++;
        if (lines == GROUP || last) {
          byte[] group = Arrays.copyOfRange(content, begin, i + 1);
          groups.add(new Sample(name, type, group, from, true));
          from += lines;
          lines = 0;
          begin = i + 1;
        }
      }
    }
    return groups.stream();
  }
}
