package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.intake.reading.ReportReader;

/**
 * Rows in, one answer per row out, as many as there are: a group is in memory at a time, and is
 * answered when it is committed and not before.
 */
@ApplicationScoped
class RowStream {

  private static final Logger LOG = Logger.getLogger(RowStream.class);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int GROUP = 50;

  private final ReportInBulk reportInBulk;
  private final IntakeWitness witness;
  private final InstantSource clock;
  private final ObjectWriter json;

  RowStream(
      ReportInBulk reportInBulk, IntakeWitness witness, InstantSource clock, ObjectMapper json) {
    this.reportInBulk = reportInBulk;
    this.witness = witness;
    this.clock = clock;
    this.json = json.writerFor(Row.Told.class);
  }

  /**
   * Takes the lines of a body as they come, each a report of our own, and answers them in order.
   *
   * @param history whether they came through the history door
   */
  StreamingOutput taking(Pace pace, InputStream body, boolean history) {
    return answer -> {
      try (body) {
        take(pace, new Lines(body, IncidentResource.LARGEST), history, answer);
      }
    };
  }

  /** A group ends where it is full, or where the next line has not come yet. */
  private void take(Pace pace, Lines lines, boolean history, OutputStream answer)
      throws IOException {
    String policeService = pace.policeService();
    List<Row> group = new ArrayList<>();
    boolean more = true;
    while (more) {
      try {
        more = next(policeService, lines, history, group);
        if (more && !history) {
          pace.await();
        }
      } catch (IOException gone) {
        // Who sent them cannot be answered any more, and sent them all the same.
        take(policeService, List.copyOf(group), history);
        throw gone;
      }
      if (!group.isEmpty() && (group.size() == GROUP || !more || !lines.holdsLine())) {
        write(policeService, group, history, answer);
        group.clear();
      }
    }
  }

  /** The next row into the group; a body that breaks off in the middle is told as its last row. */
  private boolean next(String policeService, Lines lines, boolean history, List<Row> group)
      throws IOException {
    try {
      Lines.Line line = lines.next();
      if (line == null) {
        return false;
      }
      group.add(Row.read(line.number(), number -> readable(line, history)));
      if (!history) {
        witness.look(policeService, () -> PostedReport.ofLine(line.bytes()));
      }
      return true;
    } catch (Problem broken) {
      group.add(new Row.Refused(lines.number(), broken));
      return false;
    }
  }

  private Row.Readable readable(Lines.Line line, boolean history) {
    return new Row.Readable(
        line.number(), ReportReader.read(line.content(), history, clock.instant()), null);
  }

  /** Takes rows that are all here, group by group. */
  List<Row.Told> takeAll(Pace pace, List<Row> rows) {
    String policeService = pace.policeService();
    List<Row.Told> told = new ArrayList<>();
    rows.forEach(row -> pace.await());
    for (int from = 0; from < rows.size(); from += GROUP) {
      told.addAll(
          take(policeService, rows.subList(from, Math.min(rows.size(), from + GROUP)), false));
    }
    return told;
  }

  private List<Row.Told> take(String policeService, List<Row> group, boolean history) {
    List<Row.Told> told = stored(policeService, group);
    // Ten years of history are no posts of today, those that are refused neither.
    return history ? told : witness.told(policeService, told);
  }

  /** A group that fails as a whole is taken row by row, so that one row cannot spoil the others. */
  private List<Row.Told> stored(String policeService, List<Row> group) {
    try {
      return Again.whenBrokenOff(() -> reportInBulk.take(policeService, group));
    } catch (Problem refused) {
      return group.stream().map(row -> Row.Told.of(row.number(), refused)).toList();
    } catch (RuntimeException failure) {
      LOG.warnf("a group of %d rows is taken row by row (%s)", group.size(), failure.getClass());
      return group.stream().map(row -> alone(policeService, row)).toList();
    }
  }

  private void write(String policeService, List<Row> group, boolean history, OutputStream answer)
      throws IOException {
    for (Row.Told told : take(policeService, List.copyOf(group), history)) {
      answer.write(json.writeValueAsBytes(told));
      answer.write('\n');
    }
    answer.flush();
  }

  private Row.Told alone(String policeService, Row row) {
    try {
      return Again.whenBrokenOff(() -> reportInBulk.take(policeService, List.of(row))).getFirst();
    } catch (RuntimeException failure) {
      LOG.errorf("row %d of many failed (%s)", row.number(), failure.getClass());
      return Row.Told.of(
          row.number(),
          Problem.unavailable("fault", "This row could not be stored. Send it again.", SOON));
    }
  }
}
