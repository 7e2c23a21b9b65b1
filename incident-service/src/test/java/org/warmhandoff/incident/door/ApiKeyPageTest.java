package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.WithStack;

/** The administrator's page of keys, with a real login and without a line of JavaScript. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeyPageTest {

  private static final Pattern KEY = Pattern.compile("whk_([0-9a-f]{16})_[0-9a-f]{64}");
  private static final String PAGE = "/police-services/windsor/keys";

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void anAdministratorMakesReplacesAndRevokesWithPlainForms() {
    Browser administrator = Doors.browser("windsor-administrator");
    assertThat(administrator.get(PAGE).body()).contains("Keys of windsor", "Make the key");

    String name = "System " + newNumber() + " <b>";
    HttpResponse<String> made =
        administrator.send(PAGE, Map.of("name", name, "postsPerSecond", "50", "signed", "yes"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(made.body()).contains("whsec_", "Copy it now").doesNotContain("onclick", "style=");
    Matcher key = KEY.matcher(made.body());
    assertThat(key.find()).isTrue();

    String page = administrator.get(PAGE).body();
    assertThat(page)
        .contains("whk_" + key.group(1), "Never used", "At most 50 posts a second")
        .contains("Requests must be signed", "by windsor-administrator", "&lt;b&gt;")
        .doesNotContain(key.group(), "whsec_");

    HttpResponse<String> replaced =
        administrator.send(PAGE + "/" + key.group(1) + "/rotation", Map.of());
    assertThat(replaced.statusCode()).isEqualTo(200);
    assertThat(administrator.get(PAGE).body())
        .contains("Replaced, still opens", "Revoke System")
        .containsPattern("Opens until \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d<")
        .doesNotContainPattern("\\d\\d:\\d\\d:\\d\\d");
    assertThat(administrator.send(PAGE + "/" + key.group(1) + "/revocation", Map.of()).statusCode())
        .as("a tap alone ends nothing")
        .isEqualTo(422);
    HttpResponse<String> revoked =
        administrator.send(PAGE + "/" + key.group(1) + "/revocation", Map.of("sure", "yes"));
    assertThat(revoked.statusCode()).isEqualTo(303);
    assertThat(revoked.headers().firstValue("Location").orElseThrow())
        .endsWith("/incident/police-services/windsor/keys");
    assertThat(administrator.get(PAGE).body())
        .doesNotContain("whk_" + key.group(1))
        .contains("that have ended");
    assertThat(administrator.get(PAGE + "?ended=yes").body())
        .contains("whk_" + key.group(1), "Revoked");
    Keys.with(key.group()).get("/api/v1/incidents?externalId=x").then().statusCode(401);
  }

  @Test
  void aKeyMadeOnThePagePosts() {
    Browser administrator = Doors.browser("administrator");
    administrator.get(PAGE);
    Matcher key =
        KEY.matcher(administrator.send(PAGE, Map.of("name", "CAD", "postsPerSecond", "")).body());
    assertThat(key.find()).isTrue();
    Keys.with(key.group())
        .body(report(newNumber()).toString())
        .post("/api/v1/incidents")
        .then()
        .statusCode(201);
    assertThat(administrator.get(PAGE).body()).contains("Last used");
  }

  @Test
  void thePageSpeaksFrench() {
    assertThat(Doors.browser("administrator", "fr").get(PAGE).body())
        .contains("Clés de windsor", "Créer la clé", "lang=\"fr\"");
  }

  @Test
  void wrongFormsAreExplainedAndOthersKeysAreNotThere() {
    Browser own = Doors.browser("windsor-administrator");
    own.get(PAGE);
    assertThat(own.send(PAGE, Map.of("name", " ")).statusCode()).isEqualTo(422);
    assertThat(own.send(PAGE, Map.of("name", "a\u0000b")).statusCode()).isEqualTo(422);
    for (String limit : new String[] {"many", "0", "1000001"}) {
      assertThat(own.send(PAGE, Map.of("name", "x", "postsPerSecond", limit)).statusCode())
          .isEqualTo(422);
    }
    assertThat(own.sendFromElsewhere(PAGE, Map.of("name", "x")).statusCode()).isEqualTo(403);
    String theirs = "/police-services/cleveland/keys";
    assertThat(own.get(theirs).statusCode()).isEqualTo(404);
    assertThat(own.send(theirs, Map.of("name", "x")).statusCode()).isEqualTo(404);
    String one = Keys.make("cleveland", "CAD").path("id").asText();
    for (String there : new String[] {theirs, PAGE}) {
      assertThat(own.send(there + "/" + one + "/rotation", Map.of()).statusCode()).isEqualTo(404);
      assertThat(own.send(there + "/" + one + "/revocation", Map.of("sure", "yes")).statusCode())
          .isEqualTo(404);
    }
  }
}
