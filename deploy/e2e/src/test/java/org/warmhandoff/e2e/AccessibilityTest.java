package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;

/**
 * Every page as its people open it, in English and French, light and dark, on a phone or at a desk:
 * axe must find nothing against WCAG 2.2 AA, and none may be wider than the screen.
 */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(2)
class AccessibilityTest {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private City city;
  private @Nullable Chromium chromium;
  private String incident = "";
  private String assignment = "";
  private String worker = "";
  private String victim = "";

  /**
   * Whose pages are opened after one login; INCIDENT and ASSIGNMENT stand for ids, SHIFT for the
   * first of the rota.
   */
  enum Person {
    OFFICER(
        "windsor-officer-2",
        "/incident/scene",
        "/incident/scene/INCIDENT",
        "/incident/scene/INCIDENT/facts",
        "/incident/scene/INCIDENT/screens",
        "/referral/consent?incident=INCIDENT&person=VICTIM",
        "/referral/consent?incident=INCIDENT&person=VICTIM&agency=hiatus-house&purpose=support"),
    WORKER(
        "WORKER",
        "/notification/duty",
        "/notification/duty/ASSIGNMENT",
        "/notification/alerts",
        "/notification/channels",
        "/notification/rota",
        "SHIFT"),
    DISPATCHER(
        "windsor-dispatcher",
        "/notification/board",
        "/notification/rota",
        "/notification/board/INCIDENT",
        "/notification/direct/ASSIGNMENT",
        "/incident/advisories",
        "/incident/intake"),
    INTAKE("hiatus-intake", "/referral/inbox"),
    ANALYST("analyst", "/analytics/"),
    KEYS("windsor-administrator", "/incident/police-services/windsor/keys"),
    ADMINISTRATOR(
        "administrator",
        "/notification/programs",
        "/notification/rota",
        "SHIFT",
        "/notification/programs/hiatus-virtual",
        "/incident/operations",
        "/notification/operations");

    private final String user;
    private final List<String> pages;

    /** Who stands at a door or sits in a car has a phone, the others a desk. */
    private int width() {
      return switch (this) {
        case OFFICER, WORKER -> 390;
        case DISPATCHER, INTAKE, ANALYST, KEYS, ADMINISTRATOR -> 1280;
      };
    }

    Person(String user, String... pages) {
      this.user = user;
      this.pages = List.of(pages);
    }
  }

  /** How somebody looks at it. */
  record Look(Person person, String language, ColorScheme colours, int width) {
    @Override
    public String toString() {
      return "%s-%s-%s-%d"
          .formatted(person.name().toLowerCase(), language, colours.name().toLowerCase(), width);
    }
  }

  static Stream<Look> looks() {
    return Stream.of(Person.values())
        .flatMap(
            person ->
                Stream.of(
                    new Look(person, "en-CA", ColorScheme.LIGHT, person.width()),
                    new Look(person, "fr-CA", ColorScheme.DARK, person.width())));
  }

  @BeforeAll
  void open(City city) {
    this.city = city;
    chromium = Chromium.open();
    city.passes(Duration.ofMinutes(1));
    incident = aPagedIncident().toString();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("looks")
  void everyPageCanBeUsedByEveryone(Look look) {
    try (BrowserContext context = context(look)) {
      Page page = context.newPage();
      String user = look.person().user.replace("WORKER", worker);
      page.navigate(city.stack().url() + look.person().pages.getFirst());
      page.locator("#login-" + user).click();
      page.waitForURL(address -> !address.contains("/identity/"));
      List<String> found = new ArrayList<>();
      for (String path : look.person().pages) {
        String address =
            path.equals("SHIFT")
                ? Objects.requireNonNull(page.locator("a.shift").first().getAttribute("href"))
                : path.replace("INCIDENT", incident)
                    .replace("ASSIGNMENT", assignment)
                    .replace("VICTIM", victim);
        int status = Objects.requireNonNull(page.navigate(city.stack().url() + address)).status();
        assertThat(status).as(path).isEqualTo(200);
        Chromium.shot(page, "look-" + look + ("/" + path).replaceAll("[^a-zA-Z]+", "-"));
        new AxeBuilder(page)
            .withTags(WCAG).analyze().getViolations().stream()
                .map(
                    rule ->
                        path
                            + ": "
                            + rule.getId()
                            + " "
                            + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .forEach(found::add);
        boolean wider =
            (Boolean)
                page.evaluate(
                    "document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (wider) {
          found.add(path + ": wider than the screen");
        }
        String language = String.valueOf(page.evaluate("document.documentElement.lang"));
        if (!language.startsWith(look.language().substring(0, 2))) {
          found.add(path + ": is in " + language);
        }
      }
      assertThat(found).isEmpty();
    }
  }

  private BrowserContext context(Look look) {
    return Objects.requireNonNull(chromium)
        .context(
            new NewContextOptions()
                .setViewportSize(look.width(), 844)
                .setColorScheme(look.colours())
                .setLocale(look.language())
                .setBypassCSP(true));
  }

  /** Somebody was asked, and has not answered yet. */
  private UUID aPagedIncident() {
    Answer posted =
        city.posts(
            Caller.cad("windsor"),
            "/incident/api/v1/incidents",
            """
            {"externalId":"access-1","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",
             "domestic":"yes","physical":"yes","persons":[
              {"ref":"v","role":"victim","name":"Demo Person Access Birch","phone":"+15195550142"}]}"""
                .formatted(city.now(), city.now()));
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    city.settles();
    UUID id = City.id(posted.json(), "incident");
    victim = Papers.victim(city, Caller.cad("windsor"), id).toString();
    Answer asked =
        city.posts(
            Caller.person("windsor-officer-2"),
            "/incident/api/v1/incidents/" + id + "/worker-wanted",
            "{\"help\":\"virtual\"}");
    assertThat(asked.status()).as(asked.body()).isBetween(200, 299);
    city.settles();
    JsonNode told = city.told("worker-paged", id).getLast().data();
    assignment = City.id(told, "assignment").toString();
    worker =
        People.caller(UUID.fromString(told.path("staff").path(0).asText()))
            .client()
            .substring("person:".length());
    return id;
  }
}
