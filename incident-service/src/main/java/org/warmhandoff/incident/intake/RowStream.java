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
import org.warmhandoff.console.key.KeyRing;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.console.problem.Problems;
import org.warmhandoff.incident.Again;
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
  private static final int UNAUTHORIZED = 401;

  private final ReportInBulk reportInBulk;
  private final IntakeWitness witness;
  private final OpenStreams open;
  private final KeyRing keys;
  private final InstantSource clock;
  private final ObjectWriter json;

  RowStream(
      ReportInBulk reportInBulk,
      IntakeWitness witness,
      OpenStreams open,
      KeyRing keys,
      InstantSource clock,
      ObjectMapper json) {
    this.reportInBulk = reportInBulk;
    this.witness = witness;
    this.open = open;
    this.keys = keys;
    this.clock = clock;
    this.json = json.writerFor(Row.Told.class);
  }

  /**
   * Takes the lines of a body as they come, each a report of our own, and answers them in order.
   *
   * @param history whether they came through the history door
   * @throws Problem 429 where too many streams are open
   */
  StreamingOutput taking(Pace pace, InputStream body, boolean history) {
    return open.within(
        pace,
        answer -> {
          boolean ended = true;
          try {
            ended = take(pace, new Lines(body, IncidentResource.LARGEST), history, answer);
          } finally {
            // To close it is to read the rest of it, which somebody may go on sending for ever.
            if (ended) {
              body.close();
            }
          }
          return ended;
        });
  }

  /**
   * A group ends where it is full, where the next line has not come yet, or must wait.
   *
   * @return whether it came to its end; else its key did
   */
  private boolean take(Pace pace, Lines lines, boolean history, OutputStream answer)
      throws IOException {
    List<Row> group = new ArrayList<>();
    while (true) {
      Lines.Line line;
      try {
        line = lines.next();
      } catch (Problem broken) {
        // A body that breaks off in the middle is told as its last row.
        group.add(new Row.Refused(lines.number(), broken));
        line = null;
      } catch (IOException gone) {
        // Who sent them cannot be answered any more, and sent them all the same.
        if (opens(pace)) {
          take(pace.policeService(), List.copyOf(group), history);
        }
        throw gone;
      }
      if (line == null) {
        return write(pace, group, history, answer);
      }
      if (!pace.passes()) {
        // What came before it does not wait with it.
        if (!write(pace, group, history, answer)) {
          return false;
        }
        pace.await();
      }
      group.add(read(pace.policeService(), line, history));
      if ((group.size() == GROUP || !lines.holdsLine()) && !write(pace, group, history, answer)) {
        return false;
      }
    }
  }

  private Row read(String policeService, Lines.Line line, boolean history) {
    Row row = Row.read(line.number(), number -> readable(line, history));
    if (!history) {
      witness.look(policeService, () -> PostedReport.ofLine(line.bytes()));
    }
    return row;
  }

  private Row.Readable readable(Lines.Line line, boolean history) {
    return new Row.Readable(
        line.number(), ReportReader.read(line.content(), history, clock.instant()), null);
  }

  /**
   * Takes rows that are all here, group by group.
   *
   * @throws Problem 429, before anything of them is stored, where they are more than may pass now
   */
  List<Row.Told> takeAll(Pace pace, List<Row> rows) {
    String policeService = pace.policeService();
    List<Row.Told> told = new ArrayList<>();
    pace.keepAll(rows.size());
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

  /**
   * Stores a group and answers it.
   *
   * @return whether more may come: a stream outlives neither its key nor the end of its grace
   */
  private boolean write(Pace pace, List<Row> group, boolean history, OutputStream answer)
      throws IOException {
    if (group.isEmpty()) {
      return true;
    }
    boolean opens = opens(pace);
    List<Row.Told> told =
        opens
            ? take(pace.policeService(), List.copyOf(group), history)
            : group.stream()
                .map(row -> Row.Told.of(row.number(), Problems.ofStatus(UNAUTHORIZED)))
                .toList();
    for (Row.Told one : told) {
      answer.write(json.writeValueAsBytes(one));
      answer.write('\n');
    }
    answer.flush();
    group.clear();
    return opens;
  }

  private boolean opens(Pace pace) {
    return pace.holder() == null || keys.stillOpens(pace.holder());
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
