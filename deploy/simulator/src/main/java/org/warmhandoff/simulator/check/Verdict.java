package org.warmhandoff.simulator.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;

/**
 * What the service says of one document, in words.
 *
 * @param name of the sample, with its row where it has several
 * @param checked as the service answered it
 */
record Verdict(String name, JsonNode checked) {

  private static final int WIDEST = 64;

  boolean taken() {
    return checked.path("taken").asBoolean();
  }

  /** One line: what would become of it, and how much was understood. */
  String summary() {
    return "%s: %s (%s; %d understood, %d ignored, %d to mend, %d to think of)"
        .formatted(
            name,
            taken() ? "would be taken" : "WOULD BE REFUSED",
            checked.path("format").asText("?"),
            checked.path("understood").size(),
            checked.path("ignored").size(),
            checked.path("refused").size(),
            checked.path("hints").size());
  }

  void print(PrintStream out) {
    out.println(summary());
    if (!checked.path("refused").isEmpty()) {
      out.println("  To mend:");
      for (JsonNode one : checked.path("refused")) {
        out.printf("    %s%n", refusal(one));
        out.printf("      %s%n", one.path("mend").asText());
      }
    }
    if (!checked.path("hints").isEmpty()) {
      out.println("  To think of:");
      for (JsonNode one : checked.path("hints")) {
        String at = one.path("pointer").asText("");
        out.printf("    %s%s%n", at.isEmpty() ? "" : at + ": ", one.path("hint").asText());
      }
    }
    if (!checked.path("understood").isEmpty()) {
      out.println("  Understood:");
      int wide = width(checked.path("understood"), "pointer");
      int field = width(checked.path("understood"), "field");
      String line = "    %-" + wide + "s  %-" + field + "s  %s%n";
      for (JsonNode one : checked.path("understood")) {
        out.printf(
            line,
            one.path("pointer").asText(),
            one.path("field").asText(),
            one.path("as").asText());
      }
    }
    if (!checked.path("ignored").isEmpty()) {
      out.println("  Decides nothing:");
      int wide = width(checked.path("ignored"), "pointer");
      String line = "    %-" + wide + "s  %s%s%n";
      for (JsonNode one : checked.path("ignored")) {
        int times = one.path("times").asInt();
        String often = times > 1 ? "(" + times + " times) " : "";
        out.printf(line, one.path("pointer").asText(), often, one.path("reason").asText());
      }
    }
  }

  /** For machines. */
  ObjectNode json() {
    ObjectNode json = checked.deepCopy();
    json.put("sample", name);
    return json;
  }

  private static String refusal(JsonNode one) {
    String type = one.path("type").asText();
    String pointer = one.path("pointer").asText("");
    String expected = one.path("expected").asText("");
    return "%d %s%s: %s%s"
        .formatted(
            one.path("status").asInt(),
            type.substring(type.lastIndexOf('/') + 1),
            pointer.isEmpty() ? "" : " at " + pointer,
            one.path("title").asText(),
            expected.isEmpty() ? "" : " Expected " + expected + ".");
  }

  private static int width(JsonNode lines, String field) {
    int widest = 1;
    for (JsonNode line : lines) {
      widest = Math.max(widest, line.path(field).asText().length());
    }
    return Math.min(widest, WIDEST);
  }

  static boolean all(List<Verdict> verdicts) {
    return verdicts.stream().allMatch(Verdict::taken);
  }
}
