package org.warmhandoff.notification.rostering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.ShownId;
import org.warmhandoff.notification.Window;

/** The rota's page: a week as a calendar, and one shift at a time. Plain forms, no script. */
@Path("/rota")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
  Role.SOCIAL_WORKER,
  Role.OUTREACH_WORKER,
  Role.SUPERVISOR,
  Role.DISPATCHER,
  Role.ADMINISTRATOR
})
public class RotaPageResource {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final ReadRota readRota;
  private final Caller caller;
  private final InstantSource clock;

  RotaPageResource(ReadRota readRota, Caller caller, InstantSource clock) {
    this.readRota = readRota;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance week(
        List<WeekPage.Week> weeks,
        String monday,
        String before,
        String after,
        List<LeaveLine> leave,
        boolean worker,
        String zone,
        List<String> zones);

    static native TemplateInstance shift(
        WeekPage.Line line,
        String day,
        String program,
        String zone,
        boolean works,
        boolean planned,
        List<Other> exchanges,
        List<Other> staff,
        List<String> reasons,
        String monday);
  }

  /** A leave in the reader's zone, or UTC. */
  record LeaveLine(UUID id, String who, String from, String until, String state, boolean mine) {}

  /** Something to choose. */
  record Other(UUID id, String name) {}

  @GET
  @Operation(summary = "Page: who is on duty this week, open shifts, gaps, and leave")
  @RolesAllowed({
    Role.SOCIAL_WORKER,
    Role.OUTREACH_WORKER,
    Role.SUPERVISOR,
    Role.DISPATCHER,
    Role.ADMINISTRATOR
  })
  public TemplateInstance week(@QueryParam("week") @Nullable String week) {
    Instant now = clock.instant();
    LocalDate monday = monday(week, now);
    RotaView view = readRota.read(WeekPage.around(monday), RotaResource.reader(caller));
    String zone = view.zone() == null ? zoneOf(view) : view.zone();
    LocalDate local = WeekPage.monday(now.atZone(ZoneId.of(zone)).toLocalDate());
    if ((week == null || week.isBlank()) && !local.equals(monday)) {
      // on a Sunday evening in Windsor it is Monday in UTC, and the evening's shift is this week's
      monday = local;
      view = readRota.read(WeekPage.around(monday), RotaResource.reader(caller));
    }
    return Templates.week(
        WeekPage.of(view, monday, now),
        monday.toString(),
        monday.minusWeeks(1).toString(),
        monday.plusWeeks(1).toString(),
        view.leave().stream().map(one -> leave(one, ZoneId.of(zone))).toList(),
        works(),
        zone,
        Stream.concat(
                Stream.of("America/Toronto", "Europe/London"),
                ZoneId.getAvailableZoneIds().stream()
                    .filter(one -> one.startsWith("America/") || one.startsWith("Europe/")))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .toList());
  }

  @GET
  @Path("/shifts/{id}")
  @Operation(summary = "Page: one shift, and what can be done with it")
  @RolesAllowed({
    Role.SOCIAL_WORKER,
    Role.OUTREACH_WORKER,
    Role.SUPERVISOR,
    Role.DISPATCHER,
    Role.ADMINISTRATOR
  })
  public TemplateInstance shift(UUID id, @QueryParam("week") @Nullable String week) {
    Instant now = clock.instant();
    LocalDate monday = monday(week, now);
    Window.Span around = WeekPage.around(monday);
    RotaView view =
        readRota.read(
            new Window.Span(around.opens(), around.closes().plus(Duration.ofDays(7))),
            RotaResource.reader(caller));
    for (RotaView.OfProgram program : view.programs()) {
      for (RotaView.Place place : program.shifts()) {
        if (place.id().equals(id)) {
          return page(view, program, place, monday, now);
        }
      }
    }
    throw Placing.none();
  }

  private TemplateInstance page(
      RotaView view,
      RotaView.OfProgram program,
      RotaView.Place place,
      LocalDate monday,
      Instant now) {
    ZoneId zone = ZoneId.of(program.zone());
    ZoneId own = view.zone() == null ? null : ZoneId.of(view.zone());
    return Templates.shift(
        WeekPage.line(place, zone, own),
        place.starts().atZone(zone).toLocalDate().toString(),
        program.name(),
        program.zone(),
        works(),
        program.planned(),
        place.mine() ? exchanges(program, zone, now) : List.of(),
        program.planned() ? staff(program) : List.of(),
        Arrays.stream(WhyRostered.values()).map(Codes::of).toList(),
        monday.toString());
  }

  private static List<Other> exchanges(RotaView.OfProgram program, ZoneId zone, Instant now) {
    return program.shifts().stream()
        .filter(one -> !one.mine() && one.staff() instanceof UUID && one.starts().isAfter(now))
        .map(
            one ->
                new Other(
                    one.id(),
                    one.starts().atZone(zone).toLocalDate()
                        + " "
                        + WeekPage.times(one.starts(), one.ends(), zone)
                        + " "
                        + ShownId.of(Objects.requireNonNull(one.staff()))))
        .toList();
  }

  private static List<Other> staff(RotaView.OfProgram program) {
    return program.shifts().stream()
        .flatMap(one -> Stream.ofNullable(one.staff()))
        .distinct()
        .map(one -> new Other(one, ShownId.of(one)))
        .sorted(Comparator.comparing(Other::name))
        .toList();
  }

  private boolean works() {
    return caller.has(Role.SOCIAL_WORKER) || caller.has(Role.OUTREACH_WORKER);
  }

  private static String zoneOf(RotaView view) {
    return view.programs().isEmpty() ? "UTC" : view.programs().getFirst().zone();
  }

  private static LeaveLine leave(RotaView.Away away, ZoneId zone) {
    return new LeaveLine(
        away.id(),
        ShownId.of(away.staff()),
        LOCAL.format(away.starts().atZone(zone)),
        LOCAL.format(away.ends().atZone(zone)),
        away.state(),
        away.mine());
  }

  private static LocalDate monday(@Nullable String week, Instant now) {
    if (week == null || week.isBlank()) {
      return WeekPage.monday(LocalDate.ofInstant(now, ZoneId.of("UTC")));
    }
    try {
      return WeekPage.monday(LocalDate.parse(week));
    } catch (DateTimeException unreadable) {
      throw new Flaw("/week", "a date, as 2026-11-23").problem();
    }
  }
}
