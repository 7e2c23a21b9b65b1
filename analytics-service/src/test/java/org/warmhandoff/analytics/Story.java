package org.warmhandoff.analytics;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.Tokens;

/** What the story from events to figures asks and does at the running service. */
final class Story {

  private static final String[] MEASURES = {
    "connected-share", "outcome-mix", "referral-funnel", "latency"
  };
  private static final List<String> FACTS =
      List.of(
          "incident",
          "merge",
          "relation",
          "place",
          "party",
          "person",
          "link",
          "alias",
          "verdict",
          "assignment",
          "consent",
          "referral");

  static final Sql DATABASE = Sql.database("analytics");

  private Story() {}

  /** Four police services, of which one has but four victims. */
  static Town town(Instant received) {
    Town town = new Town(20260302, received);
    for (int i = 0; i < 20; i++) {
      town.eligible("alder", "onscene", HelpMode.ON_SITE)
          .paged(30)
          .contact()
          .concluded(Outcome.REFERRED)
          .referral(Status.ACCEPTED, Status.IN_PROGRESS, i < 10 ? Status.COMPLETED : null);
    }
    for (int i = 0; i < 15; i++) {
      town.eligible("alder", "onscene", HelpMode.ON_SITE)
          .paged(45)
          .contact()
          .concluded(Outcome.ALREADY_SUPPORTED);
      town.eligible("alder", "onscene", HelpMode.ON_SITE).paged(60).concluded(Outcome.UNREACHABLE);
      town.eligible("beech", "car", HelpMode.SECOND_RESPONSE)
          .paged(90)
          .contact()
          .concluded(Outcome.REFERRED)
          .referral();
      town.eligible("beech", "car", HelpMode.SECOND_RESPONSE);
    }
    for (int i = 0; i < 10; i++) {
      town.eligible("alder", "onscene", HelpMode.ON_SITE)
          .paged(60)
          .contact()
          .concluded(Outcome.DECLINED);
    }
    for (int i = 0; i < 4; i++) {
      town.eligible("crane", "car", HelpMode.SECOND_RESPONSE).paged(90).contact();
    }
    for (int i = 0; i < 20; i++) {
      town.eligible("doum", "virtual", HelpMode.VIRTUAL).paged(30).contact();
      town.eligible("doum", "virtual", HelpMode.VIRTUAL).paged(30);
    }
    town.drill("doum", "virtual", HelpMode.VIRTUAL).paged(30).contact();
    return town;
  }

  static RequestSpecification analyst() {
    return given().auth().oauth2(Tokens.of("analyst"));
  }

  static Response closeRelease() {
    return given().auth().oauth2(Tokens.of("administrator")).post("/api/v1/releases");
  }

  static List<String> answers(int release) {
    List<String> answers = new ArrayList<>();
    for (String measure : MEASURES) {
      for (String by : By.codes()) {
        answers.add(
            analyst()
                .queryParam("release", release)
                .queryParam("by", by)
                .get("/api/v1/measures/" + measure)
                .asString());
      }
    }
    return answers;
  }

  static List<String> withoutRelease(List<String> answers) {
    return answers.stream()
        .map(answer -> answer.replaceAll("\"release\":\\{[^}]*}", "\"release\":{}"))
        .toList();
  }

  /** Every event is claimed once, however often it was told. */
  static void awaitFacts(int events) {
    Patience.until(
        "every event taken", () -> DATABASE.count("select count(*) from inbox") >= events);
  }

  /** As on the day a service is set up anew and reads its topics from the beginning. */
  static void forgetEverything() {
    for (String fact : FACTS) {
      DATABASE.run("truncate " + fact + "_fact");
    }
    DATABASE.run("truncate release cascade");
    DATABASE.run("truncate inbox");
    DATABASE.run("truncate aggregate_progress");
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> rows(String query) {
    return (List<Map<String, Object>>) (List<?>) DATABASE.rows(query);
  }
}
