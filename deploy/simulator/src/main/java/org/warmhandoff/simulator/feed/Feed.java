package org.warmhandoff.simulator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.warmhandoff.simulator.feed.Mapping.Unreadable;
import org.warmhandoff.simulator.feed.Mapping.Unusable;

/**
 * A file of incidents read through its mapping, whole and in the order of the file.
 *
 * @param hash SHA-256, hex, of the file's bytes as they lie on disk
 * @param rows every row, readable or not
 */
public record Feed(String hash, List<Row> rows) {

  private static final int ID_HASH_LENGTH = 12;

  public Feed {
    rows = List.copyOf(rows);
  }

  /** A row of the file; {@code number} counts data rows from 1. */
  public sealed interface Row {
    int number();
  }

  /** A row that can be posted. */
  public record Readable(
      int number,
      String policeService,
      String externalId,
      LocalDateTime reading,
      ZoneId zone,
      ObjectNode fields)
      implements Row {

    /** When it happened, moved by whole weeks of the local calendar. */
    public Instant occurredAt(long weeks) {
      return LocalTimes.instant(reading.plusWeeks(weeks), zone);
    }

    /** What intake is posted: the state the feed tells, as of the time it carries. */
    public ObjectNode post(long weeks) {
      ObjectNode post = fields.deepCopy();
      String at = occurredAt(weeks).atZone(zone).toOffsetDateTime().toString();
      post.put("externalId", externalId).put("asOf", at).put("occurredAt", at);
      if (!post.has("persons")) {
        post.putArray("persons");
      }
      return post;
    }
  }

  /** A row the mapping cannot read; the others go on. */
  public record Unread(int number, String why) implements Row {}

  /** The rows that can be posted. */
  public List<Readable> readable() {
    return rows.stream().filter(Readable.class::isInstance).map(Readable.class::cast).toList();
  }

  /**
   * Reads a CSV file with a header, gzipped or plain.
   *
   * @throws Unusable where the mapping names columns the file does not have
   */
  public static Feed read(byte[] file, Mapping mapping) throws Unusable {
    String hash = sha256(file);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            // Spreadsheets leave empty columns behind; no mapping can ask for one.
            .setAllowMissingColumnNames(true)
            .get();
    try (Reader text = new InputStreamReader(plain(file), StandardCharsets.UTF_8);
        CSVParser parser = format.parse(text)) {
      List<String> missing = mapping.missingIn(parser.getHeaderNames());
      if (!missing.isEmpty()) {
        throw new Unusable("the file has no column " + String.join(", ", missing));
      }
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        rows.add(row(record, hash, mapping));
      }
      return new Feed(hash, rows);
    } catch (IOException | UncheckedIOException e) {
      throw new Unusable("the file cannot be read as CSV: " + e.getMessage());
    }
  }

  private static Row row(CSVRecord record, String hash, Mapping mapping) {
    int number = Math.toIntExact(record.getRecordNumber());
    if (!record.isConsistent()) {
      return new Unread(number, "the row has another number of columns than the header");
    }
    var cells = record.toMap();
    try {
      String service = mapping.policeService(cells);
      String own = mapping.externalId(cells);
      return new Readable(
          number,
          service,
          own != null ? own : hash.substring(0, ID_HASH_LENGTH) + "-" + number,
          mapping.localTime(cells),
          mapping.zoneOf(service),
          mapping.body(cells));
    } catch (Unreadable e) {
      return new Unread(number, String.valueOf(e.getMessage()));
    }
  }

  private static InputStream plain(byte[] file) throws IOException {
    boolean gzip = file.length > 2 && (file[0] & 0xff) == 0x1f && (file[1] & 0xff) == 0x8b;
    InputStream bytes = new ByteArrayInputStream(file);
    return gzip ? new GZIPInputStream(bytes) : bytes;
  }

  /** SHA-256 as hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
