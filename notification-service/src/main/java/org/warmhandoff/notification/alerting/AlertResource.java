package org.warmhandoff.notification.alerting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.CadAdvisory.Danger;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;

/**
 * What a worker tells police at once, and what is answered to it. Every door may be knocked at
 * twice.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

  private final RaiseDanger raiseDanger;
  private final AskFasterResponse askFasterResponse;
  private final AcknowledgeAlert acknowledgeAlert;
  private final JudgeAlert judgeAlert;
  private final ReviewPlan reviewPlan;
  private final ListAlerts listAlerts;
  private final Caller caller;

  AlertResource(
      RaiseDanger raiseDanger,
      AskFasterResponse askFasterResponse,
      AcknowledgeAlert acknowledgeAlert,
      JudgeAlert judgeAlert,
      ReviewPlan reviewPlan,
      ListAlerts listAlerts,
      Caller caller) {
    this.raiseDanger = raiseDanger;
    this.askFasterResponse = askFasterResponse;
    this.acknowledgeAlert = acknowledgeAlert;
    this.judgeAlert = judgeAlert;
    this.reviewPlan = reviewPlan;
    this.listAlerts = listAlerts;
    this.caller = caller;
  }

  /**
   * Somebody is in danger.
   *
   * @param danger weapon, threat-now, suspect-returned, self-harm, child-at-risk or medical
   */
  public record DangerTap(@Nullable String danger) {}

  /**
   * Whether it was right.
   *
   * @param verdict approved or not-approved
   */
  public record Approval(@Nullable String verdict) {}

  /** The advisory police were told. */
  public record Raised(UUID advisory) {}

  /** What alerts ask of the caller now. */
  @GET
  @Path("/alerts")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public MyAlerts alerts() {
    return listAlerts.list(caller.staff(), caller.has(Role.SUPERVISOR));
  }

  /** Somebody is in danger now: police are told the code, and nothing of what was said. */
  @POST
  @Path("/assignments/{id}/imminent-danger")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public Raised danger(UUID id, @Nullable DangerTap tap) {
    Danger danger = read(Danger.class, tap == null ? null : tap.danger(), "/danger");
    return new Raised(raiseDanger.raise(id, danger, caller.staff()));
  }

  /** Officers should be there sooner. */
  @POST
  @Path("/assignments/{id}/faster-response")
  @RolesAllowed(Role.SOCIAL_WORKER)
  public Raised faster(UUID id) {
    return new Raised(askFasterResponse.ask(id, caller.staff()));
  }

  /** A supervisor knows, and takes it from here. */
  @POST
  @Path("/alerts/{id}/acknowledgement")
  @RolesAllowed(Role.SUPERVISOR)
  public void acknowledge(UUID id) {
    acknowledgeAlert.acknowledge(id, caller.staff());
  }

  /** A supervisor says whether raising it was right. */
  @POST
  @Path("/alerts/{id}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SUPERVISOR)
  public void judge(UUID id, @Nullable Approval approval) {
    String verdict = approval == null ? null : approval.verdict();
    judgeAlert.judge(id, read(Alert.Verdict.class, verdict, "/verdict"), caller.staff());
  }

  /** The victim's worker has looked at the safety plan again. */
  @POST
  @Path("/plan-reviews/{id}/done")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.SUPERVISOR})
  public void reviewed(UUID id) {
    reviewPlan.reviewed(id, caller.staff());
  }

  static <E extends Enum<E>> E read(Class<E> type, @Nullable String code, String pointer) {
    try {
      return Codes.read(type, code, pointer);
    } catch (Flaw flaw) {
      throw Problem.wrong("wrong-answer", "This answer is not known.")
          .at(flaw.pointer())
          .expected(flaw.expected());
    }
  }

  static Problem notTheirs() {
    return Problem.notFound("no-such-page", "There is no such page for you.");
  }

  static Problem noSuchAlert() {
    return Problem.notFound("no-such-alert", "There is no such alert for you.");
  }
}
