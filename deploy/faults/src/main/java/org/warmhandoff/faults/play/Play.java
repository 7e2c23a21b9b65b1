package org.warmhandoff.faults.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Pause;

/** Everybody at work at once for some seconds, and the same incidents for the same seed. */
public final class Play {

  private static final int FEED_LANES = 4;
  private static final int WALK_LANES = 3;
  private static final int WALKS_PER_LANE = 2;

  /** Longer than a page may stay unanswered. */
  private static final Duration A_PAGE_RUNS_OUT = Duration.ofMinutes(4);

  private static final Duration BETWEEN_JUMPS = Duration.ofMillis(1_300);
  private static final int JUMPS = 2;

  private final Acts acts;
  private final Promises promises;
  private final String name;
  private final Random random;

  /**
   * A play in this town.
   *
   * @param name begins the numbers of all its incidents
   */
  public Play(Town town, Promises promises, String name, Random random) {
    this.acts = new Acts(town);
    this.promises = promises;
    this.name = name;
    this.random = random;
  }

  /** One of the rota has no verified channel: whoever calls is not called there. */
  public static void leaveOneUnreachable(Town town) {
    Acts acts = new Acts(town);
    acts.put(
        Caller.person("administrator"),
        "/notification/api/v1/staff/" + Acts.staff("onscene-worker-3") + "/channels",
        "{\"channels\":[{\"kind\":\"in-app\",\"verified\":false}]}");
  }

  /** Returns when everybody has got their answers. */
  public void run() {
    Feed feed = new Feed(acts, promises, name, random, acts.town().now());
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lane = 0; lane < FEED_LANES; lane++) {
        int own = lane;
        all.add(everybody.submit(() -> feed.run(own, FEED_LANES)));
      }
      for (int lane = 0; lane < WALK_LANES; lane++) {
        String prefix = name + "-w" + lane;
        Random own = new Random(random.nextLong());
        boolean answered = lane > 0;
        all.add(
            everybody.submit(
                () -> {
                  for (int i = 0; i < WALKS_PER_LANE; i++) {
                    new Walk(acts, promises, prefix + i, own).run(answered);
                  }
                }));
      }
      all.add(everybody.submit(this::timePasses));
    }
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        promises.outrages.add("somebody could not go on: " + e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void timePasses() {
    for (int i = 0; i < JUMPS; i++) {
      Pause.REAL.waits(BETWEEN_JUMPS);
      acts.town().passes(A_PAGE_RUNS_OUT);
    }
  }

  /** Ends what is open, so that the next play finds workers free and nobody is told for ever. */
  public void sweep() {
    for (List<String> row :
        acts.rows(
            "notification",
            "select a.id, a.state_code, a.supervisor, h.staff from assignment a"
                + " left join hold h on h.assignment = a.id"
                + " where state_code in ('told', 'accepted', 'arrived', 'in-contact', 'paged')")) {
      UUID assignment = UUID.fromString(row.get(0));
      switch (row.get(1)) {
        case "told" ->
            end(assignment, row.get(2), "/acknowledgement", null, "supervisor-acknowledged");
        case "paged" ->
            end(assignment, row.get(3), "/refusal", "{\"reason\":\"busy\"}", "page-declined");
        default ->
            end(
                assignment,
                row.get(3),
                "/conclusion",
                "{\"outcome\":\"unreachable\"}",
                "assignment-concluded");
      }
    }
  }

  private void end(UUID assignment, String staff, String what, @Nullable String json, String fact) {
    Answer answer =
        acts.post(
            acts.person(UUID.fromString(staff)),
            "/notification/api/v1/assignments/" + assignment + what,
            json);
    if (answer.done()) {
      promises.answered(assignment, fact);
    }
  }
}
