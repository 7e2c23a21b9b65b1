package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.feed.Feed;

/** One domestic incident as the play knows it. */
final class Case {

  final Feed.Readable row;
  final Chance chance;
  final boolean arrest;

  /** The full state its CAD posts next. */
  final ObjectNode state;

  /** Assignments that were called off. */
  final Set<UUID> calledOff = new HashSet<>();

  /** Agency and purpose of releases that were given: a second one to the same is not asked for. */
  final Set<String> given = new HashSet<>();

  private @Nullable UUID incident;
  private @Nullable UUID victim;
  private @Nullable UUID offender;
  boolean cleared;

  Case(Feed.Readable row, Chance chance) {
    this.row = row;
    this.chance = chance;
    this.arrest = row.fields().path("arrest").asText().equals("yes");
    this.state = row.post(0);
    state.put("arrest", "unknown");
    state.withArray("persons").add(MadeUp.person(row.number() * 2, "v", "victim", chance));
    state
        .withArray("persons")
        .add(MadeUp.person(row.number() * 2 + 1, "o", "alleged-offender", chance));
    state.put("relationship", chance.one(List.of("SE", "CS", "BG", "XS", "XR")));
    state.put("priority", 1 + chance.below(3));
  }

  String policeService() {
    return row.policeService();
  }

  Instant at() {
    return row.occurredAt(0);
  }

  void known(UUID incident, UUID victim, UUID offender) {
    this.incident = incident;
    this.victim = victim;
    this.offender = offender;
  }

  UUID incident() {
    return need(incident);
  }

  UUID victim() {
    return need(victim);
  }

  UUID offender() {
    return need(offender);
  }

  private static UUID need(@Nullable UUID id) {
    if (id == null) {
      throw new IllegalStateException("not posted yet");
    }
    return id;
  }
}
