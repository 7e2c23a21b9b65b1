package org.warmhandoff.notification.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.Reason;
import org.warmhandoff.notification.Reasons;

/** Nothing that was considered is left out of what is said. */
class ExplanationTest {

  private static final UUID WORKER = new UUID(0, 1);

  private static final Reasons REASONS =
      new Reasons(
          new UUID(0, 2),
          null,
          Instant.EPOCH,
          List.of(
              new Reasons.OfProgram(
                  "scene",
                  3,
                  Program.Kind.LIVE_HELP,
                  "eligible",
                  Reason.of("eligible"),
                  Reason.of("opens"),
                  List.of(new Reasons.OfWorker(List.of(WORKER), Reason.of("other-side"))))),
          List.of(Reason.of("supervisor-told", WORKER, Instant.EPOCH)));

  @Test
  void everyReasonIsSaid() {
    Explanation said =
        Explanation.of(REASONS, "America/Toronto", reason -> "«" + reason.code() + "»");
    assertEquals(
        new Explanation(
            Instant.EPOCH,
            "America/Toronto",
            null,
            List.of(
                new Explanation.SaidOfProgram(
                    "scene",
                    3,
                    "«eligible»",
                    "«opens»",
                    List.of(new Explanation.SaidOfWorker(List.of(WORKER), "«other-side»")))),
            List.of("«supervisor-told»")),
        said);
  }
}
