package org.warmhandoff.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.warmhandoff.simulator.feed.Feed;
import org.warmhandoff.simulator.feed.LocalTimes;
import org.warmhandoff.simulator.feed.Mapping;

/**
 * A CSV as {@code ./handoff replay} reads it. Before a line of three equals signs stands the
 * mapping it is read through, which is the operator's own; without one it is a mapping of ours.
 */
final class CsvReading {

  private static final Instant NOW = Instant.parse("2026-02-01T03:20:00Z");
  private static final byte[] BORDER = "\n===\n".getBytes(StandardCharsets.US_ASCII);

  private static final String MAPPING =
      """
      version: 1
      time: {column: received, zone: America/Toronto, zones: {cleveland: America/New_York}}
      policeService: {column: beat, codes: {E1: windsor, C1: cleveland}, default: harbour-city}
      fields:
        externalId: {column: call_no}
        type: {column: nature, codes: {DISTURBANCE: DVA}, keepOthers: true}
        priority: {column: prio}
        municipality: {column: beat, prefix: beat-}
        status: {default: active}
        note: {column: note}
      """;

  /** Columns of the mapping, and the place the CSV parser says it stopped at. */
  private static final Pattern NOT_OF_THE_FILE =
      Pattern.compile(
          "(?:received|beat|call_no|nature|prio|note)(?:, )?|line: \\d+, position: \\d+");

  private CsvReading() {}

  static void read(byte[] input, Answer answer) {
    int border = border(input);
    try {
      Mapping mapping =
          Mapping.read(
              border < 0 ? MAPPING.getBytes(StandardCharsets.UTF_8) : Arrays.copyOf(input, border));
      int from = border < 0 ? 0 : border + BORDER.length;
      byte[] file = Arrays.copyOfRange(input, from, input.length);
      answer.opened(opened(file));
      Feed feed = Feed.read(file, mapping);
      for (Feed.Row row : feed.rows()) {
        switch (row) {
          case Feed.Readable readable -> move(readable);
          case Feed.Unread unread ->
              answer.says(border < 0 ? besideOthersWords(unread.why()) : null);
        }
      }
    } catch (Mapping.Unusable refused) {
      answer.says(border < 0 ? besideOthersWords(String.valueOf(refused.getMessage())) : null);
    }
  }

  /** What is told beside the operator's own words and the parser's. */
  private static String besideOthersWords(String told) {
    return NOT_OF_THE_FILE.matcher(told).replaceAll("");
  }

  private static void move(Feed.Readable row) {
    long weeks = LocalTimes.weeksToPresent(row.reading(), row.zone(), NOW);
    if (row.occurredAt(weeks).isAfter(NOW)) {
      throw new Breach("a row is moved past now");
    }
    row.post(weeks);
    row.post(0);
  }

  /** How much comes out of a compressed file, up to where it breaks off; of another nothing. */
  private static long opened(byte[] file) {
    long opened = 0;
    byte[] buffer = new byte[8 * 1024];
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(file))) {
      for (int read = plain.read(buffer); read > 0; read = plain.read(buffer)) {
        opened += read;
      }
    } catch (IOException broken) {
      return opened;
    }
    return opened;
  }

  private static int border(byte[] input) {
    for (int at = 0; at + BORDER.length <= input.length; at++) {
      if (Arrays.equals(input, at, at + BORDER.length, BORDER, 0, BORDER.length)) {
        return at;
      }
    }
    return -1;
  }
}
