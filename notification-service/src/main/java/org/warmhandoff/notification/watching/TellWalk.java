package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.Assignment;
import org.warmhandoff.notification.Assignments;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Pages;
import org.warmhandoff.notification.Reason;
import org.warmhandoff.notification.Reasonings;
import org.warmhandoff.notification.Reasons;

/** Tells the routing of one incident: decisions with their reasons, pages, states, alerts. */
@ApplicationScoped
public class TellWalk {

  private static final String SERVICE = "notification-service";

  private final Reasonings reasonings;
  private final Pages pages;
  private final Assignments assignments;
  private final Alerts alerts;

  TellWalk(Reasonings reasonings, Pages pages, Assignments assignments, Alerts alerts) {
    this.reasonings = reasonings;
    this.pages = pages;
    this.assignments = assignments;
    this.alerts = alerts;
  }

  @Transactional
  public List<TraceLine> tell(UUID incident) {
    List<TraceLine> lines = new ArrayList<>();
    reasonings.of(incident).forEach(kept -> decision(kept, lines));
    for (Pages.Shown page : pages.of(incident)) {
      Map<String, String> detail = new LinkedHashMap<>();
      detail.put("assignment", page.assignment().toString());
      detail.put("staff", page.staff().toString());
      detail.put("program", page.program());
      detail.put("answerBy", page.answerBy().toString());
      detail.put("ending", page.ending() == null ? "open" : page.ending());
      if (page.reason() instanceof String reason) {
        detail.put("reason", reason);
      }
      lines.add(
          new TraceLine(page.pagedAt(), page.offeredAt(), SERVICE, "page", Map.copyOf(detail)));
    }
    assignments.of(incident).forEach(assignment -> state(assignment, lines));
    alerts.of(incident).forEach(alert -> lines.add(line(alert)));
    return lines;
  }

  private static TraceLine line(Alert alert) {
    Map<String, String> detail = new LinkedHashMap<>();
    String code = alert.code();
    Instant known = alert.acknowledgedAt();
    detail.put("assignment", alert.assignment().toString());
    detail.put("kind", code == null ? Codes.of(alert.kind()) : Codes.of(alert.kind()) + " " + code);
    detail.put("told", String.join(" ", alert.everTold().stream().map(UUID::toString).toList()));
    detail.put("acknowledged", known == null ? "not yet" : known.toString());
    Alert.Verdict verdict = alert.verdict();
    if (verdict != null) {
      detail.put("verdict", Codes.of(verdict));
    }
    return new TraceLine(alert.raisedAt(), alert.raisedAt(), SERVICE, "alert", detail);
  }

  private static void decision(Reasonings.Kept kept, List<TraceLine> lines) {
    Reasons reasons = kept.reasons().shown();
    Instant at = reasons.at();
    for (Reasons.OfProgram program : reasons.programs()) {
      Map<String, String> detail = new LinkedHashMap<>();
      detail.put("program", program.program() + " v" + program.version());
      detail.put("eligibility", program.eligibility() + " (" + code(program.eligible()) + ")");
      detail.put("start", code(program.start()));
      for (Reasons.OfWorker worker : program.workers()) {
        detail.put(
            String.join("+", worker.staff().stream().map(UUID::toString).toList()),
            code(worker.reason()));
      }
      lines.add(new TraceLine(at, kept.recordedAt(), SERVICE, "weighed", detail));
    }
    for (Reason step : reasons.steps()) {
      lines.add(new TraceLine(at, kept.recordedAt(), SERVICE, "step", Map.of("what", code(step))));
    }
  }

  private static void state(Assignment assignment, List<TraceLine> lines) {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("assignment", assignment.id().toString());
    detail.put("program", assignment.current().program());
    detail.put("state", assignment.state().code());
    assignment
        .deadline()
        .ifPresent(
            deadline -> detail.put("deadline", Codes.of(deadline.kind()) + " " + deadline.dueAt()));
    lines.add(
        new TraceLine(
            assignment.changedAt(), assignment.changedAt(), SERVICE, "assignment", detail));
  }

  private static String code(Reason reason) {
    return reason.args().isEmpty()
        ? reason.code()
        : reason.code() + " " + String.join(" ", reason.args());
  }
}
