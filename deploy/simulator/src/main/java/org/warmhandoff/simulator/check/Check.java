package org.warmhandoff.simulator.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Unreachable;

/** Has samples checked by the service that would take them: nothing is judged here. */
final class Check {

  private static final String PATH = "/incident/api/v1/incidents/check";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;

  private final Door door;
  private final Caller cad;

  Check(Door door, String policeService) {
    this.door = door;
    this.cad = Caller.cad(policeService);
  }

  /**
   * Checks one sample, and answers a verdict for each document in it.
   *
   * @throws Unreachable where the service does not answer, or not to this caller
   */
  List<Verdict> of(Sample sample) {
    Answer answer = door.post(cad, PATH, sample.mediaType(), sample.content());
    if (answer.status() == TOO_LARGE || answer.status() == UNSUPPORTED) {
      return List.of(new Verdict(sample.name(), sample.mediaType(), refused(answer)));
    }
    if (!answer.done()) {
      throw new Unreachable("The service does not check this: " + answer.problem());
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonNode checked : checked(sample, answer)) {
      long row = sample.from() + checked.path("row").asLong(1);
      String name = sample.many() ? sample.name() + " row " + row : sample.name();
      verdicts.add(new Verdict(name, sample.mediaType(), checked));
    }
    if (verdicts.size() < sample.documents()) {
      throw new Unreachable("The service's answer broke off: check fewer samples at once.");
    }
    return verdicts;
  }

  private static List<JsonNode> checked(Sample sample, Answer answer) {
    List<JsonNode> all = new ArrayList<>();
    if (sample.isLines()) {
      answer.body().lines().filter(line -> !line.isBlank()).forEach(line -> all.add(read(line)));
    } else {
      answer.json().forEach(all::add);
    }
    return all;
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException broken) {
      throw new Unreachable("The service's answer broke off: check fewer samples at once.");
    }
  }

  /** What the service refuses before it reads it, in the form of what it says of what it read. */
  private static ObjectNode refused(Answer answer) {
    ObjectNode checked = JSON.createObjectNode().put("format", "unread").put("taken", false);
    checked.put("cut", true);
    ObjectNode refusal = checked.putArray("refused").addObject();
    refusal.setAll((ObjectNode) problem(answer));
    refusal.put(
        "mend",
        answer.status() == TOO_LARGE
            ? "Send one incident at a time; a report is at most 256 kB."
            : "Send one of the content types that intake takes.");
    return checked;
  }

  private static JsonNode problem(Answer answer) {
    JsonNode problem = answer.json();
    return problem.isObject()
        ? problem
        : JSON.createObjectNode().put("status", answer.status()).put("type", "refused");
  }
}
