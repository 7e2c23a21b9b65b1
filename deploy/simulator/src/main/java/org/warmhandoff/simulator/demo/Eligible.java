package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.simulator.door.Caller;

/**
 * Whether some program for victims helps in an incident like this, worked out from the programs as
 * anyone may read them and from what the CAD posted: not from what the services say of it.
 */
final class Eligible {

  private final List<JsonNode> programs = new ArrayList<>();

  /** Reads the programs once; the demo changes none. */
  Eligible(Play play) {
    JsonNode all = play.reads(Caller.operator(), "/notification/api/v1/programs");
    for (JsonNode program : all) {

      if (program.path("audience").asText().equals("victim")) {
        programs.add(program);
      }
    }
    if (programs.isEmpty()) {
      throw new IllegalStateException("no program for victims is configured");
    }
  }

  /** By the state its CAD posted last. */
  boolean matches(Case call) {
    return programs.stream().anyMatch(program -> matches(program, call));
  }

  private static boolean matches(JsonNode program, Case call) {
    boolean worksThere = false;
    for (JsonNode service : program.path("policeServices")) {
      worksThere |= service.asText().equals(call.policeService());
    }
    JsonNode rule = program.path("eligible");
    JsonNode state = call.state;
    String status = rule.path("status").asText("any");
    return worksThere
        && is(rule, state, "domestic", "yes")
        && is(rule, state, "charge", "any")
        && is(rule, state, "physical", "any")
        && is(rule, state, "arrest", "any")
        && (status.equals("any")
            || status.equals("open") == state.path("status").asText().equals("active"));
  }

  private static boolean is(JsonNode rule, JsonNode state, String fact, String usually) {
    String wanted = rule.path(fact).asText(usually);
    return wanted.equals("any") || wanted.equals(state.path(fact).asText());
  }
}
