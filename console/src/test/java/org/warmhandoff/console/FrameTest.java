package org.warmhandoff.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FrameTest {

  private static final String PROBLEM = "application/problem+json";

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/api/v1/things").then();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":           | 400 | unreadable |",
        "not json             | 400 | unreadable |",
        "{\"colour\":\"BLUE\"} | 422 | invalid    | /colour",
        "{\"at\":\"yesterday\"} | 422 | invalid  | /at",
        "{\"parts\":[{\"size\":\"big\"}]} | 422 | invalid | /parts/0/size",
        "{\"name\":\" \"}     | 422 | invalid    | /name",
      })
  void aBadBodyIsAProblemWithItsField(String body, int status, String code, String pointer) {
    post(body)
        .statusCode(status)
        .contentType(startsWith(PROBLEM))
        .body("type", equalTo("https://warmhandoff.org/problems/" + code))
        .body("status", equalTo(status))
        .body("pointer", equalTo(pointer));
  }

  @Test
  void aWrongEnumSaysWhatIsExpectedAndNotWhatWasSent() {
    post("{\"colour\":\"CANARY\"}")
        .body("expected", equalTo("one of RED, GREEN"))
        .body(not(containsString("CANARY")));
  }

  @Test
  void otherRefusalsOfTheFrameworkAreProblemsToo() {
    given()
        .contentType("text/plain")
        .body("x")
        .post("/api/v1/things")
        .then()
        .statusCode(415)
        .contentType(startsWith(PROBLEM));
    given().get("/api/v1/nowhere").then().statusCode(404).contentType(startsWith(PROBLEM));
    given().get("/api/v1/things").then().statusCode(405).contentType(startsWith(PROBLEM));
    given().get("/api/v1/busy").then().statusCode(429).header("Retry-After", "7");
  }

  @Test
  void aFaultGivesAReferenceAndNothingElse() {
    given()
        .get("/api/v1/broken")
        .then()
        .statusCode(500)
        .contentType(startsWith(PROBLEM))
        .body("instance", startsWith("urn:fault:"))
        .body(not(containsString("Canary")));
  }

  @Test
  void aDatabaseThatIsAwayGives503AndWhenToComeBack() {
    given()
        .get("/api/v1/away")
        .then()
        .statusCode(503)
        .contentType(startsWith(PROBLEM))
        .header("Retry-After", "2")
        .body("type", endsWith("/unavailable"))
        .body(not(containsString("Canary")));
  }

  @Test
  void withoutATokenTheApiAnswers401AsAProblem() {
    given().get("/api/v1/guarded").then().statusCode(401).contentType(startsWith(PROBLEM));
  }

  @ParameterizedTest
  @CsvSource({"X-Api-Key, whk_0", "Authorization, Bearer whk_0"})
  void whereNobodyKnowsKeysNoneOpens(String header, String key) {
    given()
        .header(header, key)
        .get("/api/v1/guarded")
        .then()
        .statusCode(401)
        .contentType(startsWith(PROBLEM));
  }

  @Test
  @TestSecurity(user = "a", roles = "analyst")
  void theWrongRoleIsAProblemToo() {
    given().get("/api/v1/guarded").then().statusCode(403).contentType(startsWith(PROBLEM));
  }

  @Test
  @TestSecurity(user = "a", roles = "officer")
  void anEndpointThatNamesNoRoleIsNobodys() {
    given().get("/api/v1/guarded").then().statusCode(200);
    given().get("/api/v1/unannotated").then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Leave this page",
    "fr, Quitter cette page",
    "'fr-CA,en;q=0.5', Quitter",
    "de, Leave"
  })
  void theFrameSpeaksTheReadersLanguage(String accepted, String words) {
    given()
        .header("Accept-Language", accepted)
        .get("/page")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Cache-Control", "no-store")
        .body(containsString(words))
        .body(containsString("<p>content</p>"))
        .body(containsString("/sample/console/frame.css"));
  }

  @Test
  void theStylesheetIsServedUnderTheServicesRoot() {
    given().get("/console/frame.css").then().statusCode(200).body(containsString("--calm"));
  }

  @Test
  void aRefusedPageIsAPageThatSaysWhatToDoNext() {
    given()
        .header("Accept-Language", "fr")
        .get("/page/gone")
        .then()
        .statusCode(410)
        .contentType(startsWith("text/html"))
        .body(containsString("Action impossible"));
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, none, 403",
    "Origin, http://localhost:8080, 200",
    "Origin, http://evil.example, 403",
    "X-None, -, 403",
  })
  void aFormFromAnotherSiteIsRefused(String header, String value, int status) {
    given().header(header, value).post("/page").then().statusCode(status);
  }
}
