package org.warmhandoff.notification.rostering;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Window;

/** Reads shifts from CSV (RFC 4180): staff, programs, starts, ends, zones; lists by spaces. */
final class ImportCsv {

  private static final Set<String> NEEDED = Set.of("staff", "programs", "starts", "ends");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .get();

  private ImportCsv() {}

  /**
   * Its rows.
   *
   * @param most rows that are read at all
   * @throws Flaw where it is no CSV with these columns, or has more rows
   */
  static List<ImportRow> read(String text, int most) {
    List<ImportRow> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      if (!parser.getHeaderNames().containsAll(NEEDED)) {
        throw new Flaw("/1", "the columns staff, programs, starts, ends and, perhaps, zones");
      }
      for (CSVRecord one : parser) {
        if (rows.size() == most) {
          throw new Flaw("/" + (most + 1), "no more than " + most + " rows");
        }
        rows.add(row(rows.size() + 1, one));
      }
    } catch (UncheckedIOException | IllegalArgumentException | IOException unreadable) {
      throw new Flaw("/" + (rows.size() + 1), "CSV as in RFC 4180, each column once");
    }
    return rows;
  }

  private static ImportRow row(int number, CSVRecord one) {
    try {
      if (!one.isConsistent()) {
        throw new Flaw("", "as many fields as there are columns");
      }
      return ImportRow.good(
          number,
          new ImportRow.One(
              staff(one.get("staff")),
              list(one.get("programs")),
              one.isMapped("zones") ? list(one.get("zones")) : List.of(),
              new Window.Span(instant(one, "starts"), instant(one, "ends"))));
    } catch (Flaw flaw) {
      return ImportRow.bad(number, flaw);
    }
  }

  private static @Nullable UUID staff(String given) {
    if (given.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(given);
    } catch (IllegalArgumentException unreadable) {
      throw new Flaw("/staff", "a staff id, or nothing for an open place");
    }
  }

  private static List<String> list(String given) {
    return Arrays.stream(given.split("\\s+")).filter(one -> !one.isBlank()).toList();
  }

  private static Instant instant(CSVRecord one, String column) {
    try {
      return OffsetDateTime.parse(one.get(column)).toInstant();
    } catch (DateTimeException unreadable) {
      throw new Flaw("/" + column, "an instant with an offset, as 2027-01-09T09:00:00-05:00");
    }
  }
}
