package org.warmhandoff.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published contracts at the front door: every page is there, small, and fetches nothing. */
@Timeout(30)
class ReferencePagesTest {

  private static final Pattern WAY = Pattern.compile("href=\"(/reference/[^\"#]*)\"");
  private static final int LARGEST = 100_000;

  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final FrontDoor door =
      FrontDoor.open(Settings.from(Map.of("HANDOFF_FRONT_DOOR_PORT", "0")));

  @AfterEach
  void stop() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyPageTheIndexLeadsToIsThere(String language) throws Exception {
    TreeSet<String> open = new TreeSet<>(List.of("/reference/"));
    TreeSet<String> seen = new TreeSet<>();
    while (!open.isEmpty()) {
      String address = open.removeFirst();
      if (seen.add(address)) {
        HttpResponse<String> page = get(address, language);
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        if (!address.endsWith(".json")) {
          assertThat(page.body())
              .as(address)
              .contains("<html lang=\"" + language + "\">")
              .doesNotContain("<script", "<link", "<img", "style=\"", ">null<")
              .hasSizeLessThan(LARGEST);
          assertThat(page.headers().firstValue("content-security-policy"))
              .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
          WAY.matcher(page.body()).results().map(way -> way.group(1)).forEach(open::add);
        }
      }
    }
    assertThat(seen)
        .contains(
            "/reference/incident",
            "/reference/topics/agencyCodeReferralsV1",
            "/reference/asyncapi.json",
            "/reference/openapi/referral.json")
        .hasSize(1 + 9 + 4 + 5);
  }

  @Test
  void theDocumentsAreTheCommittedOnes() throws Exception {
    Path folder = Path.of(System.getProperty("handoff.root"), "docs/reference");
    for (String name : List.of("asyncapi.json", "openapi/incident.json")) {
      HttpResponse<String> document = get("/reference/" + name, "en");
      assertThat(document.body())
          .isEqualTo(Files.readString(folder.resolve(name), StandardCharsets.UTF_8));
      assertThat(document.headers().firstValue("content-type")).hasValue("application/json");
    }
  }

  @Test
  void aTopicSaysWhoMayReadItAndADoorWhomItLetsIn() throws Exception {
    assertThat(get("/reference/topics/agencyCodeReferralsV1", "en").body())
        .contains(
            "agency.{code}.referrals.v1", "agency-{code}", "org.warmhandoff.referral-offered.v1");
    assertThat(get("/reference/incident", "en").body())
        .contains("POST /incident/api/v1/incidents", "application/cloudevents+json", "W-000123");
    assertThat(get("/", "en").body()).contains("href=\"/reference/\"");
  }

  @Test
  void whatIsNotThereIsNotThere() throws Exception {
    for (String address :
        List.of("/reference/nothing", "/reference/topics/none", "/reference/../secrets")) {
      assertThat(get(address, "en").statusCode()).isEqualTo(404);
    }
    HttpResponse<String> moved = get("/reference", "en");
    assertThat(moved.statusCode()).isEqualTo(308);
    assertThat(moved.headers().firstValue("location")).hasValue("/reference/");
    HttpRequest post =
        HttpRequest.newBuilder(at("/reference/")).POST(BodyPublishers.noBody()).build();
    assertThat(browser.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> get(String address, String language) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(at(address)).header("accept-language", language).build(),
        BodyHandlers.ofString());
  }

  private URI at(String address) {
    return URI.create("http://localhost:" + door.port() + address);
  }
}
