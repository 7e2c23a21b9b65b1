package org.warmhandoff.incident.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Walks every endpoint of the running application: without a token, and with each wrong role. */
@QuarkusTest
@WithStack("incident-service")
class EndpointWalkTest {

  private static final Map<String, String> TOKENS =
      Map.ofEntries(
          Map.entry(Role.CAD, "client:cad-windsor"),
          Map.entry(Role.OFFICER, "windsor-officer-1"),
          Map.entry(Role.DISPATCHER, "windsor-dispatcher"),
          Map.entry(Role.SOCIAL_WORKER, "onscene-worker-1"),
          Map.entry(Role.OUTREACH_WORKER, "outreach-worker-1"),
          Map.entry(Role.SUPERVISOR, "onscene-supervisor-1"),
          Map.entry(Role.AGENCY, "client:agency-fswe"),
          Map.entry(Role.ANALYST, "analyst"),
          Map.entry(Role.PRIVACY_OFFICER, "privacy-officer"),
          Map.entry(Role.ADMINISTRATOR, "administrator"),
          Map.entry(Role.POLICE_ADMINISTRATOR, "windsor-administrator"),
          Map.entry(Role.OPERATOR, "operator-on-call"),
          Map.entry(Role.VAULT_READER, "client:referral-vault"));

  private static final Map<String, Browser> BROWSERS = new ConcurrentHashMap<>();

  private static final RestAssuredConfig PLAIN =
      RestAssured.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

  @BeforeEach
  void open() {
    Doors.open();
  }

  /** One way into the application. */
  record Endpoint(String method, String path, String mediaType, Set<String> roles) {
    boolean page() {
      return !path.startsWith("/api/");
    }
  }

  @Test
  void everyEndpointIsClosedWithoutATokenAndToEveryWrongRole() {
    List<Endpoint> endpoints = endpoints();
    assertThat(endpoints).hasSizeGreaterThan(15);
    String key = Keys.make("windsor", "walk").path("key").asText();
    for (Endpoint endpoint : endpoints) {
      assertThat(endpoint.roles()).as(endpoint.toString()).isNotEmpty();
      assertThat(endpoint.roles()).as(endpoint.toString()).isSubsetOf(TOKENS.keySet());
      withoutAToken(endpoint);
      TOKENS.forEach(
          (role, account) -> {
            if (!endpoint.roles().contains(role)) {
              withTheWrongRole(endpoint, role, account);
            }
          });
      if (!endpoint.roles().contains(Role.CAD)) {
        withAKey(endpoint, key);
      }
    }
  }

  /** A key opens the doors of a CAD, and pages not at all. */
  private static void withAKey(Endpoint endpoint, String key) {
    for (String header : List.of("X-Api-Key", "Authorization")) {
      String value = header.equals("Authorization") ? "Bearer " + key : key;
      int status = knock(endpoint, given().header(header, value));
      if (endpoint.page()) {
        assertThat(status).as(endpoint + " with a key").isIn(302, 401, 403);
      } else {
        assertThat(status).as(endpoint + " with a key").isEqualTo(403);
      }
    }
  }

  private static void withoutAToken(Endpoint endpoint) {
    int status = knock(endpoint, given());
    if (endpoint.page()) {
      assertThat(status).as(endpoint + " without a login").isIn(302, 401, 403);
    } else {
      assertThat(status).as(endpoint + " without a token").isEqualTo(401);
    }
  }

  private static void withTheWrongRole(Endpoint endpoint, String role, String account) {
    if (endpoint.page()) {
      if (!account.startsWith("client:")) {
        Browser browser = BROWSERS.computeIfAbsent(account, EndpointWalkTest::loggedIn);
        int status =
            endpoint.method().equals("GET")
                ? browser.get(endpoint.path()).statusCode()
                : browser.send(endpoint.path(), Map.of()).statusCode();
        assertThat(status).as(endpoint + " as " + role).isEqualTo(403);
      }
      return;
    }
    String token =
        account.startsWith("client:")
            ? Tokens.client(account.substring("client:".length()))
            : Tokens.of(account);
    assertThat(knock(endpoint, given().auth().oauth2(token)))
        .as(endpoint + " as " + role)
        .isEqualTo(403);
  }

  private static Browser loggedIn(String account) {
    Browser browser = Doors.browser(account);
    browser.get("/scene");
    return browser;
  }

  private static int knock(Endpoint endpoint, RequestSpecification request) {
    RequestSpecification prepared =
        request.redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    if (!endpoint.method().equals("GET")) {
      prepared =
          prepared
              .config(PLAIN)
              .header("Content-Type", endpoint.mediaType())
              .body(endpoint.mediaType().contains("json") ? "{}" : "");
    }
    return prepared.request(endpoint.method(), endpoint.path()).statusCode();
  }

  /** Read off the beans of the running application, those of the shared modules too. */
  private static List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    Arc.container()
        .beanManager()
        .getBeans(Object.class, Any.Literal.INSTANCE)
        .forEach(
            bean -> {
              Class<?> door = bean.getBeanClass();
              Path root = door.getAnnotation(Path.class);
              if (root != null) {
                Arrays.stream(door.getDeclaredMethods())
                    .forEach(method -> add(endpoints, door, root, method));
              }
            });
    return endpoints;
  }

  private static void add(List<Endpoint> endpoints, Class<?> door, Path root, Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        Path path = method.getAnnotation(Path.class);
        String full = root.value() + (path == null ? "" : "/" + path.value());
        endpoints.add(
            new Endpoint(
                verb.value(),
                full.replaceAll("//+", "/").replaceAll("\\{[^}]+}", UUID.randomUUID().toString()),
                mediaType(door, method),
                roles(door, method)));
      }
    }
  }

  private static String mediaType(Class<?> door, Method method) {
    Consumes own = method.getAnnotation(Consumes.class);
    Consumes consumes = own == null ? door.getAnnotation(Consumes.class) : own;
    return consumes == null || consumes.value()[0].equals("*/*")
        ? "application/json"
        : consumes.value()[0];
  }

  private static Set<String> roles(Class<?> door, Method method) {
    RolesAllowed own = method.getAnnotation(RolesAllowed.class);
    RolesAllowed roles = own == null ? door.getAnnotation(RolesAllowed.class) : own;
    return roles == null ? Set.of() : new TreeSet<>(List.of(roles.value()));
  }
}
