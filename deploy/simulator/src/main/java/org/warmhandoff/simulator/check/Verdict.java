package org.warmhandoff.simulator.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

/**
 * What the service says of one document, in words.
 *
 * @param name of the sample, with its row where it has several
 * @param type the content type it was judged as; empty where it could not be sent
 * @param checked as the service answered it
 */
record Verdict(String name, String type, JsonNode checked) {

  private static final int WIDEST = 64;

  boolean taken() {
    return checked.path("taken").asBoolean();
  }

  /** One line: what would become of it, and how much was understood. */
  String summary() {
    return "%s: %s (%s%s; %d understood, %d ignored, %d to mend, %d to think of)"
        .formatted(
            name,
            taken() ? "would be taken" : "WOULD BE REFUSED",
            checked.path("format").asText("?"),
            type.isEmpty() ? "" : ", sent as " + type,
            checked.path("understood").size(),
            checked.path("ignored").size(),
            checked.path("refused").size(),
            checked.path("hints").size());
  }

  void print(PrintStream out) {
    out.println(summary());
    if (!type.isEmpty()) {
      out.printf("  Judged as %s: your CAD must send this Content-Type.%n", type);
    }
    if (!checked.path("refused").isEmpty()) {
      out.println("  To mend:");
      for (JsonNode one : checked.path("refused")) {
        out.printf("    %s%n", refusal(one));
        out.printf("      %s%n", one.path("mend").asText());
      }
      if (checked.path("cut").asBoolean()) {
        out.println("    There may be more: mend these first and check again.");
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
        String where =
            one.has("nth")
                ? "(field %d of %s) "
                    .formatted(
                        one.path("nth").asInt(),
                        one.path("of").asText("").isEmpty() ? "/" : one.path("of").asText())
                : "";
        out.printf(line, one.path("pointer").asText(), often + where, one.path("reason").asText());
      }
    }
  }

  /** For machines. */
  ObjectNode json() {
    ObjectNode json = checked.deepCopy();
    json.put("sample", name);
    json.put("contentType", type);
    return json;
  }

  /** What was said of a sample that could not be sent, in the form of one that was. */
  static Verdict unread(String name, String code, String title, String mend) {
    ObjectNode checked = JsonNodeFactory.instance.objectNode();
    checked.put("format", "unread").put("taken", false).put("cut", true);
    checked.putArray("refused").addObject().put("type", code).put("title", title).put("mend", mend);
    return new Verdict(name, "", checked);
  }

  private static String refusal(JsonNode one) {
    String type = one.path("type").asText();
    String pointer = one.path("pointer").asText("");
    String expected = one.path("expected").asText("");
    String status = one.path("status").asText("");
    return "%s%s%s: %s%s"
        .formatted(
            status.isEmpty() ? "" : status + " ",
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
}
