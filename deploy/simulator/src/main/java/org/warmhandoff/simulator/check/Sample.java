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
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to be checked in one request, and as what. What it is, is guessed from its content:
 * it is judged by the service alone.
 *
 * @param name as it is told, such as a file's
 * @param from number of the first row in the file, less one
 */
record Sample(String name, String mediaType, byte[] content, long from) {

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
   * The samples within a file or an answer.
   *
   * @param type the content type, where somebody says what it is
   */
  static List<Sample> of(String name, byte[] read, @Nullable String type) throws IOException {
    byte[] content = opened(read);
    String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (plain.equals(LINES) || (plain.isEmpty() && isLines(name))) {
      return lines(name, content);
    }
    if (List.of(EIDO, EVENT, EVENTS).contains(plain)) {
      return List.of(new Sample(name, plain, content, 0));
    }
    JsonNode tree = tree(content);
    if (tree == null) {
      boolean lines = tree(firstLine(content)) != null;
      return lines ? lines(name, content) : List.of(new Sample(name, JSON, content, 0));
    }
    if (!tree.isArray()) {
      return List.of(new Sample(name, typeOf(tree), content, 0));
    }
    if (!tree.isEmpty() && tree.path(0).has("specversion")) {
      return List.of(new Sample(name, EVENTS, content, 0));
    }
    List<Sample> each = new ArrayList<>();
    for (JsonNode one : tree) {
      byte[] document = one.toString().getBytes(StandardCharsets.UTF_8);
      each.add(new Sample(name, typeOf(one), document, each.size()));
    }
    return each;
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

  private static byte[] firstLine(byte[] content) {
    int end = 0;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return java.util.Arrays.copyOf(content, end);
  }

  /** Groups of lines, in the bytes they came in. */
  private static List<Sample> lines(String name, byte[] content) {
    List<Sample> groups = new ArrayList<>();
    int begin = 0;
    int lines = 0;
    long from = 0;
    for (int i = 0; i < content.length; i++) {
      boolean last = i == content.length - 1;
      if (content[i] == '\n' || last) {
        lines++;
        if (lines == GROUP || last) {
          byte[] group = java.util.Arrays.copyOfRange(content, begin, i + 1);
          groups.add(new Sample(name, LINES, group, from));
          from += lines;
          lines = 0;
          begin = i + 1;
        }
      }
    }
    return groups;
  }
}
