package org.warmhandoff.notification.answering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.AssignmentEvent.Attempt;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.CadAdvisory.Danger;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Answer;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.GapsAhead;
import org.warmhandoff.notification.ShownId;
import org.warmhandoff.notification.ShownTime;

/** The worker's pages: what calls on me, and one question at a time. Plain forms, no script. */
@Path("/duty")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
public class DutyResource {

  private final ListPages listPages;
  private final TakeAnswer takeAnswer;
  private final ListWork listWork;
  private final TakeWork takeWork;
  private final CountAlerts countAlerts;
  private final WarnOfGaps warnOfGaps;
  private final RecallCalls recallCalls;
  private final Caller caller;
  private final InstantSource clock;

  DutyResource(
      ListPages listPages,
      TakeAnswer takeAnswer,
      ListWork listWork,
      TakeWork takeWork,
      CountAlerts countAlerts,
      WarnOfGaps warnOfGaps,
      RecallCalls recallCalls,
      Caller caller,
      InstantSource clock) {
    this.listPages = listPages;
    this.takeAnswer = takeAnswer;
    this.listWork = listWork;
    this.takeWork = takeWork;
    this.countAlerts = countAlerts;
    this.warnOfGaps = warnOfGaps;
    this.recallCalls = recallCalls;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance list(
        List<Card> cards, List<Line> work, int alerts, List<GapsAhead.ShownGap> gaps);

    static native TemplateInstance page(
        Card card,
        List<String> declineReasons,
        List<String> attempts,
        List<String> outcomes,
        List<String> dangers,
        UUID holder);

    static native TemplateInstance over(
        RecallCalls.@Nullable Recalled recalled, List<String> dangers);
  }

  /** What waits in their programs. */
  record Line(WaitingHelp help, String number, ShownTime since) {}

  /** A page with its times as they are shown. */
  record Card(
      MyPage page, ShownTime since, @Nullable ShownTime answerBy, @Nullable ShownTime tried) {
    public boolean travels() {
      return page.mode().equals("on-site") || page.mode().equals("second-response");
    }

    /** Whether the worker has it in hand. */
    public boolean held() {
      return switch (page.state()) {
        case "accepted", "en-route", "arrived", "in-contact" -> true;
        default -> false;
      };
    }

    /** Whether the worker said yes and is not there yet. */
    public boolean coming() {
      return page.state().equals("accepted") || page.state().equals("en-route");
    }

    /** Whether officers may be asked to be there sooner. */
    public boolean mayAskFaster() {
      return held() && page.mode().equals("control-room");
    }
  }

  @GET
  @Operation(summary = "Page: what calls on me now")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  @ResponseHeader(name = "Refresh", value = "30")
  public TemplateInstance list() {
    Instant now = clock.instant();
    return Templates.list(
        cards(),
        work().stream()
            .map(
                help ->
                    new Line(
                        help,
                        ShownId.of(help.incident()),
                        ShownTime.of(help.since(), now, help.zone())))
            .toList(),
        countAlerts.count(caller.staff()),
        caller.has(Role.SUPERVISOR) ? warnOfGaps.warn(caller.staff()) : List.of());
  }

  /** Supervisors are told, and take nothing from a list. */
  private List<WaitingHelp> work() {
    return caller.has(Role.SOCIAL_WORKER) || caller.has(Role.OUTREACH_WORKER)
        ? listWork.list(caller.staff())
        : List.of();
  }

  @GET
  @Path("/{assignment}")
  @Operation(summary = "Page: one of my pages, and what I can answer")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public TemplateInstance page(UUID assignment) {
    return cards().stream()
        .filter(card -> card.page().assignment().equals(assignment))
        .findFirst()
        .map(
            card ->
                Templates.page(
                    card,
                    codes(DeclineReason.values()),
                    codes(Attempt.values()),
                    codes(Outcome.values()),
                    codes(Danger.values()),
                    caller.staff()))
        .orElseGet(
            () ->
                Templates.over(
                    recallCalls.recall(assignment, caller.staff()).orElse(null),
                    codes(Danger.values())));
  }

  @POST
  @Path("/{assignment}/taking")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: I take what waits")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER})
  public Response take(UUID assignment, @Context UriInfo uri) {
    takeWork.take(assignment, caller.staff());
    return back(assignment, uri);
  }

  @POST
  @Path("/{assignment}/{answer}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: my answer")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response answer(
      UUID assignment,
      String answer,
      @FormParam("reason") @Nullable String reason,
      @FormParam("notBefore") @Nullable String notBefore,
      @FormParam("minutes") @Nullable Integer minutes,
      @FormParam("attempt") @Nullable String attempt,
      @FormParam("outcome") @Nullable String outcome,
      @FormParam("handover") @Nullable String handover,
      @FormParam("policeMayKnow") @Nullable String policeMayKnow,
      @Context UriInfo uri) {
    Answer given =
        switch (PageResource.read(Answered.class, answer, "/answer")) {
          case ACCEPTANCE -> new Answer.Accept();
          case REFUSAL ->
              new Answer.Decline(
                  PageResource.read(DeclineReason.class, reason, "/reason").code(),
                  NotBefore.read(notBefore, zoneOf(assignment), clock.instant()));
          case DEPARTURE -> new Answer.SetOut(minutes == null ? null : Duration.ofMinutes(minutes));
          case ARRIVAL -> new Answer.Arrive();
          case CONTACT -> new Answer.MakeContact();
          case CONCLUSION ->
              new Answer.Conclude(
                  PageResource.read(Outcome.class, outcome, "/outcome"),
                  PageResource.handover(handover));
          case ATTEMPT -> new Answer.Try(PageResource.read(Attempt.class, attempt, "/attempt"));
          case RETURN -> new Answer.CameBack("yes".equals(policeMayKnow));
          case STAND_DOWN_ACKNOWLEDGEMENT -> new Answer.AcknowledgeStandDown();
          case ACKNOWLEDGEMENT -> new Answer.Acknowledge();
        };
    takeAnswer.take(assignment, given, caller.staff());
    return back(assignment, uri);
  }

  private static Response back(UUID assignment, UriInfo uri) {
    return Response.seeOther(
            uri.getBaseUriBuilder().path("duty").path(assignment.toString()).build())
        .build();
  }

  /** The forms of the page, by the names the API has for the same answers. */
  enum Answered {
    ACCEPTANCE,
    REFUSAL,
    DEPARTURE,
    ARRIVAL,
    CONTACT,
    ATTEMPT,
    RETURN,
    CONCLUSION,
    STAND_DOWN_ACKNOWLEDGEMENT,
    ACKNOWLEDGEMENT
  }

  private String zoneOf(UUID assignment) {
    return listPages.list(caller.staff()).stream()
        .filter(page -> page.assignment().equals(assignment))
        .map(MyPage::zone)
        .findFirst()
        .orElse("UTC");
  }

  private List<Card> cards() {
    Instant now = clock.instant();
    return listPages.list(caller.staff()).stream()
        .map(
            page -> {
              Instant by = page.answerBy();
              Instant tried = page.triedAt();
              return new Card(
                  page,
                  ShownTime.of(page.since(), now, page.zone()),
                  by == null ? null : ShownTime.of(by, now, page.zone()),
                  tried == null ? null : ShownTime.of(tried, now, page.zone()));
            })
        .toList();
  }

  private static List<String> codes(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Codes::of).toList();
  }
}
