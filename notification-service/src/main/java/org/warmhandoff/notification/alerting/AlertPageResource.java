package org.warmhandoff.notification.alerting;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.contracts.CadAdvisory.Danger;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.ShownId;
import org.warmhandoff.notification.ShownTime;
import org.warmhandoff.notification.alerting.MyAlerts.AlertView;
import org.warmhandoff.notification.alerting.MyAlerts.Review;

/** The alerts' page, and the forms of the duty page that raise one. Plain forms, no script. */
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
public class AlertPageResource {

  private final RaiseDanger raiseDanger;
  private final AskFasterResponse askFasterResponse;
  private final AcknowledgeAlert acknowledgeAlert;
  private final JudgeAlert judgeAlert;
  private final ReviewPlan reviewPlan;
  private final ListAlerts listAlerts;
  private final ListCalls listCalls;
  private final Caller caller;
  private final InstantSource clock;

  AlertPageResource(
      RaiseDanger raiseDanger,
      AskFasterResponse askFasterResponse,
      AcknowledgeAlert acknowledgeAlert,
      JudgeAlert judgeAlert,
      ReviewPlan reviewPlan,
      ListAlerts listAlerts,
      ListCalls listCalls,
      Caller caller,
      InstantSource clock) {
    this.raiseDanger = raiseDanger;
    this.askFasterResponse = askFasterResponse;
    this.acknowledgeAlert = acknowledgeAlert;
    this.judgeAlert = judgeAlert;
    this.reviewPlan = reviewPlan;
    this.listAlerts = listAlerts;
    this.listCalls = listCalls;
    this.caller = caller;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance alerts(
        List<Line> toAcknowledge,
        List<Line> toJudge,
        List<ReviewLine> toReview,
        List<CallLine> calls,
        List<Line> raised);
  }

  /** An alert with its times as they are shown. */
  record Line(AlertView alert, String number, ShownTime at, @Nullable ShownTime due) {
    /** Never null, for the page's words. */
    public String code() {
      String code = alert.code();
      return code == null ? "" : code;
    }
  }

  /** A call they had. */
  record CallLine(UUID assignment, String number, ShownTime at) {}

  /** A request to look at a safety plan. */
  record ReviewLine(UUID id, String number, ShownTime at) {}

  @GET
  @Operation(summary = "Page: what alerts ask of me now")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  @ResponseHeader(name = "Refresh", value = "30")
  public TemplateInstance list() {
    MyAlerts mine = listAlerts.list(caller.staff(), caller.has(Role.SUPERVISOR));
    Instant now = clock.instant();
    return Templates.alerts(
        lines(mine.toAcknowledge(), now),
        lines(mine.toJudge(), now),
        mine.toReview().stream().map(review -> line(review, now)).toList(),
        listCalls.list(caller.staff()).stream()
            .map(
                call ->
                    new CallLine(
                        call.assignment(),
                        ShownId.of(call.incident()),
                        ShownTime.of(call.at(), now, call.zone())))
            .toList(),
        lines(mine.raised(), now));
  }

  @POST
  @Path("/assignments/{id}/imminent-danger")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: somebody is in danger now")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Response danger(
      UUID id, @FormParam("danger") @Nullable String danger, @Context UriInfo uri) {
    raiseDanger.raise(id, AlertResource.read(Danger.class, danger, "/danger"), caller.staff());
    return back(uri);
  }

  @POST
  @Path("/assignments/{id}/faster-response")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: officers should be there sooner")
  @RolesAllowed(Role.SOCIAL_WORKER)
  public Response faster(UUID id, @Context UriInfo uri) {
    askFasterResponse.ask(id, caller.staff());
    return back(uri);
  }

  @POST
  @Path("/{id}/acknowledgement")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: I know, and take it from here")
  @RolesAllowed(Role.SUPERVISOR)
  public Response acknowledge(UUID id, @Context UriInfo uri) {
    acknowledgeAlert.acknowledge(id, caller.staff());
    return back(uri);
  }

  @POST
  @Path("/{id}/approval")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: whether raising it was right")
  @RolesAllowed(Role.SUPERVISOR)
  public Response judge(
      UUID id, @FormParam("verdict") @Nullable String verdict, @Context UriInfo uri) {
    judgeAlert.judge(
        id, AlertResource.read(Alert.Verdict.class, verdict, "/verdict"), caller.staff());
    return back(uri);
  }

  @POST
  @Path("/plan-reviews/{id}/done")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Form: I looked at the safety plan")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.SUPERVISOR})
  public Response reviewed(UUID id, @Context UriInfo uri) {
    reviewPlan.reviewed(id, caller.staff());
    return back(uri);
  }

  private static List<Line> lines(List<AlertView> alerts, Instant now) {
    return alerts.stream()
        .map(
            alert -> {
              Instant due = alert.dueAt();
              return new Line(
                  alert,
                  ShownId.of(alert.incident()),
                  ShownTime.of(alert.at(), now, alert.zone()),
                  due == null ? null : ShownTime.of(due, now, alert.zone()));
            })
        .toList();
  }

  private static ReviewLine line(Review review, Instant now) {
    return new ReviewLine(
        review.id(), ShownId.of(review.incident()), ShownTime.of(review.at(), now, review.zone()));
  }

  private static Response back(UriInfo uri) {
    return Response.seeOther(uri.getBaseUriBuilder().path("alerts").build()).build();
  }
}
