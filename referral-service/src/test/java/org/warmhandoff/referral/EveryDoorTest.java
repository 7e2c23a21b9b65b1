package org.warmhandoff.referral;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/**
 * Every endpoint the running application has, read off the application itself: without a token, and
 * with each role it does not name.
 */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class EveryDoorTest {

  private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** An account with this role and no other; two roles come together in the operator's client. */
  private static final Map<String, String> PEOPLE = people();

  private record Door(String verb, String path, Set<String> roles) {

    boolean isApi() {
      return path.startsWith("/api/v1/");
    }

    String address() {
      return path.replaceAll("\\{[^}]*}", "7b0a4404-8f58-488b-886b-dd0d245b22a8");
    }
  }

  private static Map<String, String> people() {
    Map<String, String> people = new LinkedHashMap<>();
    people.put(Role.OFFICER, "windsor-officer-1");
    people.put(Role.DISPATCHER, "windsor-dispatcher");
    people.put(Role.SOCIAL_WORKER, "onscene-worker-1");
    people.put(Role.OUTREACH_WORKER, "outreach-worker-1");
    people.put(Role.SUPERVISOR, "onscene-supervisor-1");
    people.put(Role.AGENCY, "hiatus-intake");
    people.put(Role.ANALYST, "analyst");
    people.put(Role.PRIVACY_OFFICER, "privacy-officer");
    people.put(Role.ADMINISTRATOR, "administrator");
    people.put(Role.POLICE_ADMINISTRATOR, "windsor-administrator");
    people.put(Role.OPERATOR, "operator-on-call");
    return people;
  }

  private static final List<Door> DOORS = doors();

  /** The doors in the code of this service and of what it is built on. */
  private static List<Door> doors() {
    List<Door> doors = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                "org.warmhandoff.referral",
                "org.warmhandoff.eventing",
                "org.warmhandoff.console")) {
      if (type.getSimpleName().endsWith("Resource")) {
        type.getMethods().forEach(method -> door(type, method).ifPresent(doors::add));
      }
    }
    return doors;
  }

  private static Optional<Door> door(JavaClass type, JavaMethod method) {
    return VERBS.stream()
        .filter(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb))
        .findFirst()
        .map(
            verb ->
                new Door(
                    verb,
                    path(
                        type.tryGetAnnotationOfType(Path.class).orElse(null),
                        method.tryGetAnnotationOfType(Path.class).orElse(null)),
                    Set.of(method.getAnnotationOfType(RolesAllowed.class).value())));
  }

  private static String path(@Nullable Path type, @Nullable Path method) {
    String whole = "/" + (type == null ? "" : type.value()) + "/";
    whole += method == null ? "" : method.value();
    return whole.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }

  @Test
  void theCodeHasTheDoorsTheRunningApplicationHas() {
    JsonPath openApi =
        given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
    Map<String, Map<String, Object>> paths = openApi.getMap("paths");
    Set<String> running = new TreeSet<>();
    paths.forEach(
        (path, verbs) ->
            verbs.keySet().stream()
                .map(verb -> verb.toUpperCase(Locale.ROOT))
                .filter(VERBS::contains)
                .forEach(verb -> running.add(verb + " " + path.replaceFirst("^/referral", ""))));
    Set<String> written = new TreeSet<>();
    DOORS.forEach(door -> written.add(door.verb() + " " + door.path()));
    assertEquals(running, written);
    assertTrue(written.size() >= 15, written::toString);
  }

  @Test
  void withoutATokenTheApiAnswers401AndAPageLeadsToTheLogin() {
    for (Door door : DOORS) {
      int status = call(given().redirects().follow(false), door);
      assertEquals(door.isApi() ? 401 : 302, status, door::toString);
    }
  }

  @Test
  void eachRoleThatIsNotNamedIsRefusedAtTheApi() {
    for (Door door : DOORS) {
      if (door.isApi()) {
        PEOPLE.forEach(
            (role, person) -> {
              int status = call(given().auth().oauth2(Tokens.of(person)), door);
              check(door, role, status);
            });
        check(door, Role.CAD, call(given().auth().oauth2(Tokens.client("cad-windsor")), door));
        check(
            door,
            Role.VAULT_READER,
            call(given().auth().oauth2(Tokens.client("referral-vault")), door));
      }
    }
  }

  @Test
  void eachRoleThatIsNotNamedIsRefusedAtThePages() {
    PEOPLE.forEach(
        (role, person) -> {
          try (Browser browser = Doors.browser(person, "en")) {
            browser.get("/inbox");
            for (Door door : DOORS) {
              if (!door.isApi()) {
                int status =
                    door.verb().equals("GET")
                        ? browser.get(door.address()).statusCode()
                        : browser.post(door.address(), List.of()).statusCode();
                check(door, role, status);
              }
            }
          }
        });
  }

  private static void check(Door door, String role, int status) {
    if (door.roles().contains(role)) {
      assertTrue(status != 401 && status != 403, () -> role + " at " + door + ": " + status);
    } else {
      assertEquals(403, status, () -> role + " at " + door);
    }
  }

  private static int call(RequestSpecification request, Door door) {
    RequestSpecification spec =
        door.isApi()
            ? request.contentType("application/json")
            : request.contentType("application/x-www-form-urlencoded");
    if (door.isApi() && !door.verb().equals("GET")) {
      spec = spec.body("{}");
    }
    return spec.request(door.verb(), door.address()).statusCode();
  }
}
