package org.warmhandoff.notification.answering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Attempt;
import org.warmhandoff.contracts.AssignmentEvent.Handover;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Answer;
import org.warmhandoff.notification.Codes;
import org.warmhandoff.notification.Flaw;

/** The worker's API: own pages, and what is answered to them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public class PageResource {

  private final ListPages listPages;
  private final TakeAnswer takeAnswer;
  private final Caller caller;

  PageResource(ListPages listPages, TakeAnswer takeAnswer, Caller caller) {
    this.listPages = listPages;
    this.takeAnswer = takeAnswer;
    this.caller = caller;
  }

  /**
   * Why a page is declined.
   *
   * @param reason busy, unwell, too-far, conflict or other
   * @param notBefore instant within the next 24 hours from which on the caller could; null: none
   */
  public record Refusal(@Nullable String reason, @Nullable Instant notBefore) {}

  /**
   * On the way.
   *
   * @param minutes how long it takes, 1 to 240; null: not said
   */
  public record Departure(@Nullable Integer minutes) {}

  /**
   * How it ended.
   *
   * @param outcome referred, already-supported, declined, unreachable, unsafe-to-contact or
   *     not-offered
   * @param handover refuge, where she was referred and brought there at once; null: nowhere
   */
  public record Conclusion(@Nullable String outcome, @Nullable String handover) {}

  /**
   * Somebody was not reached.
   *
   * @param attempt no-answer, somebody-else, wrong-number or cannot-talk
   */
  public record Tried(@Nullable String attempt) {}

  /**
   * She got in touch by herself.
   *
   * @param policeMayKnow whether she agreed that police learn of it; null: no
   */
  public record Return(@Nullable Boolean policeMayKnow) {}

  /** The caller's own pages that wait for something. */
  @GET
  @Path("/pages")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public List<MyPage> pages() {
    return listPages.list(caller.staff());
  }

  /** Takes the assignment. */
  @POST
  @Path("/assignments/{id}/acceptance")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void accept(UUID id) {
    answer(id, new Answer.Accept());
  }

  /** Cannot take it: the next worker is paged. */
  @POST
  @Path("/assignments/{id}/refusal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void decline(UUID id, @Nullable Refusal refusal) {
    String reason = refusal == null ? null : refusal.reason();
    Instant notBefore = refusal == null ? null : refusal.notBefore();
    answer(id, new Answer.Decline(read(DeclineReason.class, reason, "/reason").code(), notBefore));
  }

  /** The worker has set out. */
  @POST
  @Path("/assignments/{id}/departure")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void setOut(UUID id, @Nullable Departure departure) {
    Integer minutes = departure == null ? null : departure.minutes();
    answer(id, new Answer.SetOut(minutes == null ? null : Duration.ofMinutes(minutes)));
  }

  /** The worker is there. */
  @POST
  @Path("/assignments/{id}/arrival")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void arrive(UUID id) {
    answer(id, new Answer.Arrive());
  }

  /** The worker and the person have spoken. */
  @POST
  @Path("/assignments/{id}/contact")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void contact(UUID id) {
    answer(id, new Answer.MakeContact());
  }

  /** It is over, with an outcome. */
  @POST
  @Path("/assignments/{id}/conclusion")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void conclude(UUID id, @Nullable Conclusion conclusion) {
    String outcome = conclusion == null ? null : conclusion.outcome();
    String handover = conclusion == null ? null : conclusion.handover();
    answer(id, new Answer.Conclude(read(Outcome.class, outcome, "/outcome"), handover(handover)));
  }

  /** The worker tried to reach the person, in vain. */
  @POST
  @Path("/assignments/{id}/attempt")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void attempt(UUID id, @Nullable Tried tried) {
    String attempt = tried == null ? null : tried.attempt();
    answer(id, new Answer.Try(read(Attempt.class, attempt, "/attempt")));
  }

  /** After it was over she got in touch by herself. */
  @POST
  @Path("/assignments/{id}/return")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void cameBack(UUID id, @Nullable Return said) {
    answer(id, new Answer.CameBack(said != null && Boolean.TRUE.equals(said.policeMayKnow())));
  }

  static @Nullable Handover handover(@Nullable String code) {
    return code == null || code.isBlank() ? null : read(Handover.class, code, "/handover");
  }

  /** The worker has read that it was called off. */
  @POST
  @Path("/assignments/{id}/stand-down-acknowledgement")
  @RolesAllowed({Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.SUPERVISOR})
  public void stopped(UUID id) {
    answer(id, new Answer.AcknowledgeStandDown());
  }

  /** A supervisor knows, and takes it from here. */
  @POST
  @Path("/assignments/{id}/acknowledgement")
  @RolesAllowed(Role.SUPERVISOR)
  public void acknowledge(UUID id) {
    answer(id, new Answer.Acknowledge());
  }

  private void answer(UUID id, Answer answer) {
    takeAnswer.take(id, answer, caller.staff());
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
}
