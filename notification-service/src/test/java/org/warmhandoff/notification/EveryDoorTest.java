package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/**
 * Walks every endpoint of the running application, read off its own beans: without a token nobody
 * gets in, and with any role but the ones it names neither.
 */
@QuarkusTest
@WithStack("notification-service")
class EveryDoorTest {

  private static final String ID = "00000000-0000-4000-8000-000000000000";

  /** Somebody of every role there is. */
  private static Map<String, String> everyRole() {
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put(Role.CAD, Tokens.client("cad-windsor"));
    tokens.put(Role.OFFICER, Tokens.of("windsor-officer-1"));
    tokens.put(Role.DISPATCHER, Tokens.of("windsor-dispatcher"));
    tokens.put(Role.SOCIAL_WORKER, Tokens.of("onscene-worker-1"));
    tokens.put(Role.OUTREACH_WORKER, Tokens.of("outreach-worker-1"));
    tokens.put(Role.SUPERVISOR, Tokens.of("onscene-supervisor-1"));
    tokens.put(Role.AGENCY, Tokens.client("agency-fswe"));
    tokens.put(Role.ANALYST, Tokens.of("analyst"));
    tokens.put(Role.PRIVACY_OFFICER, Tokens.of("privacy-officer"));
    tokens.put(Role.ADMINISTRATOR, Tokens.of("administrator"));
    tokens.put(Role.POLICE_ADMINISTRATOR, Tokens.of("windsor-administrator"));
    tokens.put(Role.OPERATOR, Tokens.of("operator-on-call"));
    tokens.put(Role.VAULT_READER, Tokens.client("referral-vault"));
    return tokens;
  }

  /** Somebody of every role a person may sign in with. */
  private static Map<String, Browser> everyPerson() {
    return Map.ofEntries(
            Map.entry(Role.OFFICER, "windsor-officer-1"),
            Map.entry(Role.DISPATCHER, "windsor-dispatcher"),
            Map.entry(Role.SOCIAL_WORKER, "onscene-worker-1"),
            Map.entry(Role.OUTREACH_WORKER, "outreach-worker-1"),
            Map.entry(Role.SUPERVISOR, "onscene-supervisor-1"),
            Map.entry(Role.AGENCY, "fswe-intake"),
            Map.entry(Role.ANALYST, "analyst"),
            Map.entry(Role.PRIVACY_OFFICER, "privacy-officer"),
            Map.entry(Role.ADMINISTRATOR, "administrator"),
            Map.entry(Role.POLICE_ADMINISTRATOR, "windsor-administrator"),
            Map.entry(Role.OPERATOR, "operator-on-call"))
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Town.browser(one.getValue(), "en")));
  }

  private static Set<String> allRoles() throws IllegalAccessException {
    Set<String> roles = new HashSet<>();
    for (Field field : Role.class.getFields()) {
      roles.add(String.valueOf(field.get(null)));
    }
    return roles;
  }

  private record Door(String verb, String path, @Nullable Set<String> roles, String consumes) {
    boolean form() {
      return consumes.contains("form");
    }

    boolean api() {
      return path.startsWith("/api/v1/");
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  /** Doors of the gateway, which signs and has no token: no role opens them. */
  private static final Set<String> SIGNED =
      Set.of("POST /api/v1/telephone/replies", "POST /api/v1/telephone/receipts/" + ID);

  /** Server-sent events. */
  private static final String ENDLESS = "GET /live";

  /** Whoever knows its secret reads a calendar: calendar programs sign in nowhere. */
  private static final String SECRET = "GET /api/v1/rota/calendar/" + ID;

  private static List<Door> doors() {
    return everyDoor().stream()
        .filter(door -> !SIGNED.contains(door.toString()) && !SECRET.equals(door.toString()))
        .toList();
  }

  private static List<Door> everyDoor() {
    List<Door> doors = new ArrayList<>();
    for (Bean<?> bean :
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      Path root = type.getAnnotation(Path.class);
      if (root != null) {
        for (Method method : type.getMethods()) {
          verb(method).ifPresent(verb -> doors.add(door(type, root, method, verb)));
        }
      }
    }
    return doors;
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static Door door(Class<?> type, Path root, Method method, String verb) {
    Path own = method.getAnnotation(Path.class);
    String path =
        ("/" + root.value() + "/" + (own == null ? "" : own.value()))
            .replaceAll("/+", "/")
            .replaceAll("(.)/$", "$1")
            .replaceAll("\\{[^}]*}", ID);
    RolesAllowed roles = either(method, type, RolesAllowed.class);
    boolean open = roles == null && either(method, type, PermitAll.class) != null;
    Consumes consumes = method.getAnnotation(Consumes.class);
    return new Door(
        verb,
        path,
        roles == null ? (open ? null : Set.of()) : Set.of(roles.value()),
        consumes == null ? ContentType.JSON.toString() : consumes.value()[0]);
  }

  private static <A extends Annotation> @Nullable A either(
      Method method, Class<?> type, Class<A> annotation) {
    A own = method.getAnnotation(annotation);
    return own == null ? type.getAnnotation(annotation) : own;
  }

  private static Response knock(Door door, @Nullable String token) {
    var request =
        RestAssured.given()
            .redirects()
            .follow(false)
            .header("Sec-Fetch-Site", "same-origin")
            .contentType(door.consumes());
    if (token != null) {
      request.auth().oauth2(token);
    }
    boolean body = !door.verb().equals("GET") && !door.form();
    return (body ? request.body("{}") : request).request(door.verb(), door.path());
  }

  @Test
  void withoutATokenNobodyGetsIn() {
    List<Door> doors = doors();
    assertTrue(doors.size() > 15, "the walk found only " + doors);
    for (Door door : doors) {
      int status = knock(door, null).statusCode();
      assertEquals(door.api() ? 401 : 302, status, door.toString());
    }
  }

  @Test
  void unsignedNobodyIsTheGateway() {
    Map<String, String> everyone = everyRole();
    List<Door> signed =
        everyDoor().stream().filter(door -> SIGNED.contains(door.toString())).toList();
    assertEquals(SIGNED.size(), signed.size());
    for (Door door : signed) {
      assertEquals(403, knock(door, null).statusCode(), door.toString());
      everyone.forEach(
          (role, token) ->
              assertEquals(403, knock(door, token).statusCode(), door + " for " + role));
    }
  }

  @Test
  void withoutItsSecretNobodyReadsACalendar() {
    Map<String, String> everyone = everyRole();
    List<Door> calendar =
        everyDoor().stream().filter(door -> SECRET.equals(door.toString())).toList();
    assertEquals(1, calendar.size());
    assertEquals(404, knock(calendar.getFirst(), null).statusCode());
    everyone.forEach(
        (role, token) -> assertEquals(404, knock(calendar.getFirst(), token).statusCode(), role));
  }

  @Test
  void withAnotherRoleNobodyGetsIn() {
    for (Door door : doors()) {
      Set<String> roles = door.roles();
      assertTrue(roles != null && !roles.isEmpty(), door + " names no role");
      if (!door.api()) {
        continue;
      }
      everyRole()
          .forEach(
              (role, token) -> {
                int status = knock(door, token).statusCode();
                if (roles.contains(role)) {
                  assertTrue(status != 401 && status != 403, door + " for " + role + ": " + status);
                } else {
                  assertEquals(403, status, door + " for " + role);
                }
              });
    }
  }

  @Test
  void everyRoleThereIsKnocks() throws IllegalAccessException {
    assertEquals(allRoles(), everyRole().keySet());
    Set<String> machines = Set.of(Role.CAD, Role.VAULT_READER);
    Set<String> people = new HashSet<>(allRoles());
    people.removeAll(machines);
    assertEquals(people, everyPerson().keySet());
    for (Door door : pages()) {
      for (String machine : machines) {
        int status = knock(door, everyRole().get(machine)).statusCode();
        assertTrue(status == 302 || status == 401 || status == 403, door + ": " + status);
      }
    }
  }

  private static List<Door> pages() {
    return doors().stream()
        .filter(door -> !door.api() && !door.toString().equals(ENDLESS))
        .toList();
  }

  @Test
  void whatDoesNotEndBeginsForItsRolesAlone() {
    Door endless =
        doors().stream().filter(door -> door.toString().equals(ENDLESS)).findFirst().orElseThrow();
    everyPerson()
        .forEach(
            (role, person) -> {
              person.get("/duty");
              HttpResponse<InputStream> stream = person.stream(endless.path());
              try (InputStream body = stream.body()) {
                boolean theirs = Objects.requireNonNull(endless.roles()).contains(role);
                assertEquals(theirs ? 200 : 403, stream.statusCode(), role);
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            });
  }

  @Test
  void pagesAndFormsTurnAwayWhoSignedInWithAnotherRole() {
    List<Door> pages = pages();
    assertEquals(15, pages.stream().filter(door -> door.verb().equals("GET")).count());
    assertEquals(30, pages.stream().filter(Door::form).count());
    everyPerson()
        .forEach(
            (role, person) -> {
              person.get("/duty");
              for (Door door : pages) {
                int status =
                    door.form()
                        ? person.post(door.path(), Map.of()).statusCode()
                        : person.get(door.path()).statusCode();
                boolean theirs = Objects.requireNonNull(door.roles()).contains(role);
                assertEquals(!theirs, status == 403, door + " for " + role + ": " + status);
              }
            });
  }
}
