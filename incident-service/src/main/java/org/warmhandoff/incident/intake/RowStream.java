package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.warmhandoff.console.key.KeyRing;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.console.problem.Problems;
import org.warmhandoff.incident.intake.reading.ReportReader;

/**
 * Rows in, one answer per row out, as many as there are: a group is in memory at a time, and is
 * answered when it is committed and not before.
 */
@ApplicationScoped
class RowStream {

  private static final Logger LOG = Logger.getLogger(RowStream.class);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int A_LINE = 100;

  /** Rows are handed on so many at a time. */
  private static final int HANDFUL = 32;

  /** Or fewer, where they are long. */
  private static final long HANDFUL_BYTES = 256L * 1024;

  /** What all streams hold at once, in bytes, and any one of them. */
  private static final long OF_ALL = 8L * 1024 * 1024;

  private static final long OF_ONE = 4L * 1024 * 1024;

  /** Groups of all streams that are being stored at once. */
  private static final int AT_ONCE = 2;

  private static final int UNAUTHORIZED = 401;

  private final GroupCommit commit;
  private final IntakeWitness witness;
  private final OpenStreams open;
  private final KeyRing keys;
  private final InstantSource clock;
  private final ObjectWriter json;
  private final Room room = new Room(OF_ALL, OF_ONE);
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Executor storing = task -> Thread.ofVirtual().name("intake-rows").start(task);

  RowStream(
      GroupCommit commit,
      IntakeWitness witness,
      OpenStreams open,
      KeyRing keys,
      InstantSource clock,
      ObjectMapper json) {
    this.commit = commit;
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
   * Rows are handed on where no whole line is here any more, so that none waits for its sender.
   *
   * @return whether it came to its end; else its key did
   */
  private boolean take(Pace pace, Lines lines, boolean history, OutputStream answer)
      throws IOException {
    RowFlow flow = new RowFlow(storing, room, group -> write(pace, group, history, answer));
    try {
      return read(pace, lines, history, flow);
    } finally {
      // Nothing is written any more once this has returned.
      flow.settle();
    }
  }

  private boolean read(Pace pace, Lines lines, boolean history, RowFlow flow) throws IOException {
    List<Row> read = new ArrayList<>();
    long bytes = 0;
    while (true) {
      Lines.Line line;
      try {
        line = lines.next();
      } catch (Problem broken) {
        // A body that breaks off in the middle is told as its last row.
        read.add(new Row.Refused(lines.number(), broken));
        line = null;
      } catch (IOException gone) {
        // Who sent them cannot be answered any more, and sent them all the same.
        flow.hand(read);
        throw gone;
      }
      if (line == null) {
        return flow.hand(read) && flow.finish();
      }
      if (!pace.passes()) {
        // What came before it does not wait with it.
        if (!flow.hand(read)) {
          return false;
        }
        read.clear();
        bytes = 0;
        pace.await();
      }
      Row row = read(pace.policeService(), line, history);
      read.add(row);
      bytes += row.bytes();
      if (read.size() == HANDFUL || bytes >= HANDFUL_BYTES || !lines.holdsLine()) {
        // Who came with a key is not waited for before it is known that the key still opens.
        boolean waits = pace.holder() != null && !lines.holdsLine();
        if (!flow.hand(read) || (waits && !flow.finish())) {
          return false;
        }
        read.clear();
        bytes = 0;
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
    for (List<Row> group : Load.groups(rows)) {
      told.addAll(take(policeService, group, false));
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
    List<Row.Readable> readable = new ArrayList<>();
    List<Posted> posts = new ArrayList<>();
    for (Row row : group) {
      if (row instanceof Row.Readable one) {
        readable.add(one);
        posts.add(new Posted(policeService, one.report(), one.key(), null));
      }
    }
    Map<Long, Row.Told> told = new HashMap<>();
    if (!posts.isEmpty()) {
      List<Taken> taken = together(posts).orElse(null);
      for (int i = 0; i < posts.size(); i++) {
        long number = readable.get(i).number();
        told.put(number, taken == null ? alone(number, posts.get(i)) : told(number, taken.get(i)));
      }
    }
    return group.stream()
        .map(
            row ->
                row instanceof Row.Refused refused
                    ? Row.Told.of(refused.number(), refused.problem())
                    : Objects.requireNonNull(told.get(row.number())))
        .toList();
  }

  /** Streams take turns: more transactions at once would only wait for each other. */
  private Optional<List<Taken>> together(List<Posted> posts) {
    turns.acquireUninterruptibly();
    try {
      return commit.together(posts);
    } catch (RuntimeException away) {
      // Each row is told so, and to be sent again.
      LOG.warnf("a group of %d rows was not stored (%s)", posts.size(), away.getClass().getName());
      return Optional.of(Collections.nCopies(posts.size(), new Taken.Refused(fault())));
    } finally {
      turns.release();
    }
  }

  private static Row.Told told(long number, Taken taken) {
    return switch (taken) {
      case Taken.Stored stored -> Row.Told.of(number, stored.receipt());
      case Taken.Refused refused -> Row.Told.of(number, refused.problem());
    };
  }

  /**
   * Stores a group and answers it.
   *
   * @return whether more may come: a stream outlives neither its key nor the end of its grace
   */
  private boolean write(Pace pace, List<Row> group, boolean history, OutputStream answer)
      throws IOException {
    boolean opens = opens(pace);
    List<Row.Told> told =
        opens
            ? take(pace.policeService(), group, history)
            : group.stream()
                .map(row -> Row.Told.of(row.number(), Problems.ofStatus(UNAUTHORIZED)))
                .toList();
    ByteArrayOutputStream lines = new ByteArrayOutputStream(group.size() * A_LINE);
    for (Row.Told one : told) {
      lines.writeBytes(json.writeValueAsBytes(one));
      lines.write('\n');
    }
    answer.write(lines.toByteArray());
    answer.flush();
    return opens;
  }

  private boolean opens(Pace pace) {
    return pace.holder() == null || keys.stillOpens(pace.holder());
  }

  private Row.Told alone(long number, Posted posted) {
    try {
      return told(number, commit.alone(posted));
    } catch (RuntimeException failure) {
      LOG.errorf("row %d of many failed (%s)", number, failure.getClass());
      return Row.Told.of(number, fault());
    }
  }

  private static Problem fault() {
    return Problem.unavailable("fault", "This row could not be stored. Send it again.", SOON);
  }
}
