package org.warmhandoff.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is a break and what is not, tried on the documents themselves. */
class CompatibilityTest {

  private static final Map<String, ObjectNode> DOCUMENTS =
      Reference.documents(Path.of(System.getProperty("handoff.root")));
  private static final String WANTED = "/components/schemas/WorkerWanted";
  private static final String REPORT = "/components/schemas/Report";

  @Test
  void theSameIsNoBreak() {
    DOCUMENTS.values().forEach(same -> assertThat(Compatibility.breaks(same, same)).isEmpty());
  }

  @Test
  void anEventMayGrowByAnOptionalField() {
    topics(doc -> at(doc, WANTED + "/properties").putObject("dog").put("type", "string"), "");
  }

  @Test
  void anEventMayNotGrowByARequiredFieldOrLoseOrChangeOne() {
    topics(
        doc -> {
          at(doc, WANTED + "/properties").putObject("dog").put("type", "string");
          ((ArrayNode) doc.at(WANTED + "/required")).add("dog");
        },
        "WorkerWanted/dog is required now");
    topics(
        doc -> at(doc, WANTED + "/properties").remove("victim"), "WorkerWanted/victim was removed");
    topics(
        doc -> at(doc, WANTED + "/properties/at").put("type", "integer"),
        "WorkerWanted/at: type changed");
    topics(
        doc -> at(doc, WANTED + "/properties/at").put("format", "date"),
        "WorkerWanted/at: format changed");
  }

  @Test
  void anEventsChoicesNeitherShrinkNorGrow() {
    String help = "/components/schemas/IncidentEventHelp/enum";
    topics(doc -> ((ArrayNode) doc.at(help)).remove(0), "help: enum narrowed");
    topics(doc -> ((ArrayNode) doc.at(help)).add("BY_BOAT"), "help: enum widened");
  }

  @Test
  void noTopicEventOrGrantGoesAway() {
    topics(
        doc -> at(doc, "/channels").remove("incidentEventsV1"), "incident.events.v1 was removed");
    topics(
        doc -> at(doc, "/components/messages").remove("WorkerWanted"), "WorkerWanted was removed");
    topics(
        doc -> at(doc, "/operations").remove("agencyCodeSendsAgencyCodeAnswersV1"),
        "agency-{code} writes agency.{code}.answers.v1: was allowed, is no more");
  }

  @Test
  void aDoorMayTakeMoreAndTellMore() {
    doors(doc -> at(doc, REPORT + "/properties").putObject("dog").put("type", "string"), "");
    doors(doc -> ((ArrayNode) doc.at(REPORT + "/properties/status/enum")).add("paused"), "");
    doors(
        doc ->
            at(doc, "/components/schemas/Receipt/properties")
                .putObject("dog")
                .put("type", "string"),
        "");
  }

  @Test
  void aDoorMayNotAskForMoreTakeLessOrTellLess() {
    doors(
        doc -> ((ArrayNode) doc.at(REPORT + "/required")).add("priority"), "priority is required");
    doors(
        doc -> ((ArrayNode) doc.at(REPORT + "/properties/status/enum")).remove(0), "enum narrowed");
    doors(doc -> at(doc, REPORT + "/properties/priority").put("maximum", 5), "maximum was lowered");
    doors(
        doc -> at(doc, "/components/schemas/Receipt/properties").remove("version"),
        "answer/version was removed");
    doors(
        doc -> at(doc, "/paths").remove("/incident/api/v1/incidents/{id}"),
        "GET /incident/api/v1/incidents/{id} was removed");
    doors(
        doc ->
            ((ArrayNode) doc.at("/paths/~1incident~1api~1v1~1incidents/get/security/0/bearer"))
                .remove(0),
        "role officer is let in no more");
  }

  private static void topics(Consumer<ObjectNode> change, String broken) {
    check("asyncapi.json", change, broken);
  }

  private static void doors(Consumer<ObjectNode> change, String broken) {
    check("openapi/incident.json", change, broken);
  }

  private static void check(String name, Consumer<ObjectNode> change, String broken) {
    ObjectNode before = Objects.requireNonNull(DOCUMENTS.get(name));
    ObjectNode after = before.deepCopy();
    change.accept(after);
    assertThat(after).isNotEqualTo(before);
    if (broken.isEmpty()) {
      assertThat(Compatibility.breaks(before, after)).isEmpty();
    } else {
      assertThat(Compatibility.breaks(before, after))
          .isNotEmpty()
          .anySatisfy(why -> assertThat(why).contains(broken));
    }
  }

  private static ObjectNode at(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }
}
