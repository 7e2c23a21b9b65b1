package org.warmhandoff.notification.watching;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.GapsAhead;
import org.warmhandoff.notification.Reason;
import org.warmhandoff.notification.Reasons;
import org.warmhandoff.notification.ShownId;
import org.warmhandoff.notification.ShownTime;

/** The dispatcher's board: the most urgent and what waits longest is on top, and why. */
@Path("/board")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.DISPATCHER)
public class BoardResource {

  private final ReadBoard readBoard;
  private final ReadBoardAlerts readBoardAlerts;
  private final ReadReasons readReasons;
  private final ReadGaps readGaps;
  private final Caller caller;
  private final InstantSource clock;

  BoardResource(
      ReadBoard readBoard,
      ReadBoardAlerts readBoardAlerts,
      ReadReasons readReasons,
      ReadGaps readGaps,
      Caller caller,
      InstantSource clock) {
    this.readBoard = readBoard;
    this.readBoardAlerts = readBoardAlerts;
    this.readReasons = readReasons;
    this.readGaps = readGaps;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance board(
        List<AlertRow> alerts, List<Row> rows, List<GapsAhead.ShownGap> gaps);

    static native TemplateInstance reasons(String incident, List<Block> blocks);
  }

  /** An alert with its time as it is shown. */
  record AlertRow(BoardAlert alert, String number, ShownTime at) {
    /** Never null, for the page's words. */
    public String code() {
      String code = alert.code();
      return code == null ? "" : code;
    }
  }

  /** A line with its times as they are shown. */
  record Row(
      BoardLine line,
      String number,
      ShownTime since,
      @Nullable ShownTime next,
      List<Asked> asked,
      String linked) {}

  record Asked(String staff, String ending, ShownTime at) {}

  /** One decision in sentences. */
  record Block(ShownTime at, List<ProgramLine> programs, List<Why> steps) {}

  record ProgramLine(String program, Why eligible, Why start, List<WorkerLine> workers) {}

  record WorkerLine(String staff, Why why) {}

  record Why(String code, String first) {
    static Why of(Reason reason) {
      return new Why(reason.code(), reason.args().isEmpty() ? "" : reason.args().getFirst());
    }
  }

  @GET
  @Operation(summary = "Page: live help under way, the most urgent first, then the longest waiting")
  @RolesAllowed(Role.DISPATCHER)
  @ResponseHeader(name = "Refresh", value = "30")
  public TemplateInstance board() {
    Instant now = clock.instant();
    return Templates.board(
        readBoardAlerts.read(caller.policeService(), caller.staff()).stream()
            .map(
                alert ->
                    new AlertRow(
                        alert,
                        ShownId.of(alert.incident()),
                        ShownTime.of(alert.at(), now, alert.zone())))
            .toList(),
        readBoard.read(caller.policeService()).stream().map(line -> row(line, now)).toList(),
        readGaps.read(caller.policeService()));
  }

  @GET
  @Path("/{incident}")
  @Operation(summary = "Page: why each program and worker was chosen or passed over")
  @RolesAllowed(Role.DISPATCHER)
  public TemplateInstance reasons(UUID incident) {
    Instant now = clock.instant();
    ReadReasons.Told told =
        readReasons.read(incident, new ReadReasons.Reader.Police(caller.policeService()));
    return Templates.reasons(
        ShownId.of(incident),
        told.reasons().stream().map(reasons -> block(reasons, now, told.zone())).toList());
  }

  private static Row row(BoardLine line, Instant now) {
    Instant next = line.next();
    return new Row(
        line,
        ShownId.of(line.incident()),
        ShownTime.of(line.since(), now, line.zone()),
        next == null ? null : ShownTime.of(next, now, line.zone()),
        line.asked().stream()
            .map(
                asked ->
                    new Asked(
                        ShownId.of(asked.staff()),
                        asked.ending(),
                        ShownTime.of(asked.at(), now, line.zone())))
            .toList(),
        line.linked().stream().map(ShownId::of).collect(Collectors.joining(", ")));
  }

  private static Block block(Reasons reasons, Instant now, String zone) {
    return new Block(
        ShownTime.of(reasons.at(), now, zone),
        reasons.programs().stream()
            .map(
                program ->
                    new ProgramLine(
                        program.program(),
                        Why.of(program.eligible()),
                        Why.of(program.start()),
                        program.workers().stream()
                            .map(
                                worker ->
                                    new WorkerLine(
                                        String.join(
                                            " + ",
                                            worker.staff().stream().map(ShownId::of).toList()),
                                        Why.of(worker.reason())))
                            .toList()))
            .toList(),
        reasons.steps().stream().map(Why::of).toList());
  }
}
