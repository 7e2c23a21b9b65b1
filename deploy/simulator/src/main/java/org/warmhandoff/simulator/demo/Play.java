package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;

/** What all who play share: the agenda, the doors, the cases, the tally and the clock. */
final class Play {

  final Agenda agenda = new Agenda();
  final Tally tally = new Tally();
  final Cast cast;
  final Told told;
  private @Nullable Eligible eligible;
  private final Door door;
  private final InstantSource clock;
  private final Map<UUID, Case> cases = new HashMap<>();
  private final List<String> surprises = Collections.synchronizedList(new ArrayList<>());

  Play(Door door, Cast cast, InstantSource clock, Told told) {
    this.door = door;
    this.cast = cast;
    this.clock = clock;
    this.told = told;
  }

  /** From here on the play can tell who is eligible. */
  void knowsPrograms() {
    eligible = new Eligible(this);
  }

  /** The CAD posted a new state; who was eligible once stays counted. */
  void weigh(Case call) {
    if (eligible != null && eligible.matches(call)) {
      tally.eligible.add(call.incident());
    }
  }

  /** Business time. */
  Instant now() {
    return clock.instant();
  }

  /** Plans an act, to the minute: people's times are no finer than the feed's. */
  void in(Duration time, Object about, Agenda.Act act) {
    Instant now = now();
    Instant minute = now.plus(time).truncatedTo(ChronoUnit.MINUTES);
    agenda.at(minute.isAfter(now) ? minute : now.plus(Duration.ofMinutes(1)), about, act);
  }

  /** Posts; a refusal is a surprise, since the play only does what is allowed. */
  Answer posts(Caller who, String path, @Nullable ObjectNode body) {
    return expected(who, path, door.post(who, path, body));
  }

  JsonNode reads(Caller who, String path) {
    return expected(who, path, door.get(who, path)).json();
  }

  /** Reads what may be gone by now. */
  Answer tries(Caller who, String path) {
    return door.get(who, path);
  }

  /** Posts what may be refused. */
  Answer tries(Caller who, String path, ObjectNode body) {
    return door.post(who, path, body);
  }

  /** Counts an answer that should not have been given. */
  void surprise(String what) {
    surprises.add(what);
  }

  List<String> surprises() {
    return List.copyOf(surprises);
  }

  void remember(Case call) {
    cases.put(call.incident(), call);
  }

  @Nullable Case of(UUID incident) {
    return cases.get(incident);
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static UUID id(JsonNode data, String field) {
    return UUID.fromString(data.path(field).asText());
  }

  private Answer expected(Caller who, String path, Answer answer) {
    if (!answer.done()) {
      surprise(
          "%s at %s: %s"
              .formatted(who.client(), path.replaceAll("[0-9a-f-]{36}", "…"), answer.problem()));
    }
    return answer;
  }
}
