package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.feed.Feed;

/** The CAD systems of the four police services: first reports, and what becomes known later. */
final class Calls {

  private static final String INTAKE = "/incident/api/v1/incidents";

  private final Play play;
  private final Officers officers;
  private final long seed;

  Calls(Play play, Officers officers, long seed) {
    this.play = play;
    this.officers = officers;
    this.seed = seed;
  }

  /** Plans a row of the feed. */
  void plan(Feed.Readable row) {
    boolean domestic = row.fields().path("domestic").asText().equals("yes");
    if (domestic) {
      Case call = new Case(row, new Chance(seed, row.number()));
      play.agenda.at(call.at(), call, () -> report(call));
    } else {
      play.agenda.quietlyAt(row.occurredAt(0), () -> other(row));
    }
  }

  /** A report nobody answers to; called from several threads at once. */
  private void other(Feed.Readable row) {
    Answer answer = play.posts(Caller.cad(row.policeService()), INTAKE, row.post(0));
    if (answer.status() == 201) {
      synchronized (play.tally) {
        play.tally.incidents++;
      }
    }
  }

  private void report(Case call) {
    Instant before = play.told.before();
    Answer answer = play.posts(Caller.cad(call.policeService()), INTAKE, call.state);
    if (answer.status() != 201) {
      return;
    }
    UUID incident = Play.id(answer.json(), "incident");
    play.told.posted(incident, before);
    synchronized (play.tally) {
      play.tally.incidents++;
    }
    play.tally.domestic++;
    JsonNode facts = play.reads(Caller.cad(call.policeService()), INTAKE + "/" + incident);
    call.known(incident, party(facts, "VICTIM"), party(facts, "ALLEGED_OFFENDER"));
    play.remember(call);
    play.weigh(call);
    Chance chance = call.chance;
    officers.takes(call);
    if (chance.in(0.2)) {
      play.in(
          chance.minutes(15, 40),
          call,
          () -> update(call, state -> state.put("note", "Demo note: second car sent.")));
    }
    Duration decided = chance.minutes(50, 110);
    play.in(decided, call, () -> decide(call));
  }

  /** Arrest and charge as they become known. */
  private void decide(Case call) {
    Chance chance = call.chance;
    update(
        call,
        state -> {
          state.put("arrest", call.arrest ? "yes" : "no");
          state.put("charge", call.arrest ? "laid" : chance.in(0.8) ? "none" : "undecided");
        });
    play.in(
        chance.minutes(20, 90), call, () -> update(call, state -> state.put("status", "closed")));
    if (call.arrest) {
      play.in(
          chance.minutes(8 * 60, 30 * 60),
          call,
          () -> {
            play.told.posting(call.incident());
            update(call, state -> state.put("released", "yes"));
          });
    }
  }

  private void update(Case call, Consumer<ObjectNode> change) {
    change.accept(call.state);
    call.state.put("asOf", play.now().atZone(call.row.zone()).toOffsetDateTime().toString());
    play.posts(Caller.cad(call.policeService()), INTAKE, call.state);
    play.weigh(call);
  }

  private static UUID party(JsonNode incident, String role) {
    for (JsonNode party : incident.path("facts").path("parties")) {
      if (party.path("role").asText().replace('-', '_').equalsIgnoreCase(role)) {
        return Play.id(party, "person");
      }
    }
    throw new IllegalStateException("the incident has no " + role);
  }
}
