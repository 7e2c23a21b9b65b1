package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.staff;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reasons read back name whom they named, however many there were, and take little room. */
class LineUpTest {

  private static final TypeReference<KeptReasons> KEPT = new TypeReference<>() {};
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static Reasons reasons(Random random, int crews) {
    List<Reasons.OfWorker> workers = new ArrayList<>();
    for (int i = 0; i < crews; i++) {
      List<UUID> crew =
          random.nextBoolean() ? List.of(staff(i)) : List.of(staff(i), staff(1000 + i));
      workers.add(new Reasons.OfWorker(crew, Reason.of("fit", random.nextInt(3))));
    }
    Collections.shuffle(workers, random);
    Reasons.OfProgram program =
        new Reasons.OfProgram(
            "p",
            1,
            Program.Kind.LIVE_HELP,
            "eligible",
            Reason.of("eligible"),
            Reason.of("opens"),
            workers);
    return new Reasons(staff(5000), null, NOW, List.of(program), List.of());
  }

  @Test
  void whatIsReadBackIsWhatWasKept() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Reasons reasons = reasons(random, random.nextInt(60));
      List<LineUp> used = new ArrayList<>();
      KeptReasons kept =
          KeptReasons.of(
              reasons,
              crews -> {
                LineUp lineUp = LineUp.of("windsor", crews);
                assertTrue(lineUp.isOf(crews));
                used.add(lineUp);
                return lineUp;
              });
      KeptReasons read = Json.read(Json.write(kept, KEPT), KEPT);
      Map<UUID, LineUp> lineUps =
          read.lineUps()
              .collect(Collectors.toMap(id -> id, id -> LineUp.of(id, used.getFirst().crews())));
      assertEquals(reasons, read.reasons(lineUps), "seed " + seed);
    }
  }

  @Test
  void theSameCrewsAreOneLineUpInWhateverOrder() {
    List<List<UUID>> crews = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      crews.add(List.of(staff(i)));
    }
    LineUp one = LineUp.of("windsor", crews);
    Collections.shuffle(crews, new Random(1));
    assertEquals(one.id(), LineUp.of("windsor", crews).id());
    crews.set(3, List.of(staff(99)));
    assertFalse(one.isOf(crews));
    assertFalse(one.id().equals(LineUp.of("windsor", crews).id()));
    assertFalse(one.id().equals(LineUp.of("cleveland", one.crews()).id()));
  }

  @Test
  void twoHundredTakeATenthOfTheRoom() {
    Reasons reasons = ranked(reasons(new Random(7), 200));
    int named = Json.write(KeptReasons.of(reasons, crews -> LineUp.of("w", crews)), KEPT).length();
    int whole = Json.write(reasons, new TypeReference<Reasons>() {}).length();
    assertTrue(named * 10 < whole, named + " of " + whole);
  }

  /** As a decision has them: whoever has less in hand first. */
  private static Reasons ranked(Reasons any) {
    Reasons.OfProgram one = any.programs().getFirst();
    List<Reasons.OfWorker> workers = new ArrayList<>(one.workers());
    workers.sort(Comparator.comparing(worker -> worker.reason().args().getFirst()));
    Reasons.OfProgram ranked =
        new Reasons.OfProgram(
            one.program(),
            one.version(),
            one.kind(),
            one.eligibility(),
            one.eligible(),
            one.start(),
            workers);
    return new Reasons(any.incident(), null, any.at(), List.of(ranked), List.of());
  }

  @Test
  void whatWasKeptBeforeThereWereLineUpsIsRead() {
    String before =
        """
        {"incident":"%s","assignment":null,"at":"2026-11-01T10:00:00Z","programs":[
          {"program":"p","version":1,"kind":"LIVE_HELP","eligibility":"eligible",
           "eligible":{"code":"eligible","args":[]},"start":{"code":"opens","args":[]},
           "workers":[{"staff":["%s"],"reason":{"code":"fit","args":["0"]}},
             {"crews":[["%s"]],"reason":{"code":"off-duty","args":[]}}]}],"steps":[]}"""
            .formatted(staff(9), staff(1), staff(2));
    Reasons read = Json.read(before, KEPT).reasons(Map.of());
    assertEquals(
        List.of(List.of(staff(1)), List.of(staff(2))),
        read.programs().getFirst().workers().stream().map(Reasons.OfWorker::staff).toList());
  }
}
