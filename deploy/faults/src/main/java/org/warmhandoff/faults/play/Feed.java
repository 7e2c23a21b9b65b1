package org.warmhandoff.faults.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;

/**
 * What the CADs of four police services post: three states of every incident, one of them twice, in
 * no good order.
 */
final class Feed {

  static final String INTAKE = "/incident/api/v1/incidents";

  private static final int INCIDENTS = 16;
  private static final int STATES = 3;
  private static final List<String> POLICE =
      List.of("windsor", "cleveland", "richelieu", "harbour-city");

  private final Acts acts;
  private final Promises promises;
  private final List<Post> posts = new ArrayList<>();

  private record Post(String police, String id, int state, Instant asOf, Instant occurredAt) {}

  Feed(Acts acts, Promises promises, String name, Random random, Instant now) {
    this.acts = acts;
    this.promises = promises;
    for (int i = 0; i < INCIDENTS; i++) {
      for (int state = 1; state <= STATES; state++) {
        String police = POLICE.get(i % POLICE.size());
        Instant asOf = now.minusSeconds((STATES - state) * 10L + 5);
        Post post = new Post(police, name + "-f" + i, state, asOf, now.minusSeconds(600));
        posts.add(post);
        if (random.nextInt(STATES) == 0) {
          posts.add(post);
        }
      }
    }
    Collections.shuffle(posts, random);
  }

  /** Posts one lane's share. */
  void run(int lane, int lanes) {
    for (int i = lane; i < posts.size(); i += lanes) {
      Post post = posts.get(i);
      Answer answer = acts.post(Caller.cad(post.police), INTAKE, json(post));
      if (answer.done()) {
        promises.reported.merge(post.police + " " + post.id, post.state, Math::max);
      } else {
        promises.outrages.add("a sound report was refused: " + answer.problem());
      }
    }
  }

  /** The newer the state, the more urgent: that is how it is told from the older ones. */
  private static String json(Post post) {
    return """
        {"externalId":"%s","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",
         "domestic":"%s","physical":"unknown","charge":"undecided","priority":%d,
         "persons":[{"ref":"v","role":"victim","name":"Demo Person %s Maple"}]}"""
        .formatted(
            post.id,
            post.asOf,
            post.occurredAt,
            post.state == STATES ? "yes" : "unknown",
            STATES + 1 - post.state,
            post.id);
  }
}
