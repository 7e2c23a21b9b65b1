package org.warmhandoff.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Tries every door of the running application without a token and with each wrong role. */
@QuarkusTest
@WithStack("analytics-service")
class DoorsTest {

  private static final String CLIENT = "client:";

  /** Someone, or something, with this role and no other. */
  private static final Map<String, String> HOLDERS =
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

  @Inject BeanManager beans;

  private record Door(Method method, String path, List<String> roles) {
    boolean isApi() {
      return path.startsWith("/api/");
    }
  }

  @Test
  void nobodyComesInWithoutAToken() {
    for (Door door : doors()) {
      Response answer =
          knocking(door).redirects().follow(false).request(door.method(), door.path());
      assertThat(answer.statusCode()).as(door.toString()).isEqualTo(door.isApi() ? 401 : 302);
    }
  }

  @Test
  void nobodyComesInWithAnotherRole() {
    for (Door door : doors()) {
      HOLDERS.forEach(
          (role, holder) -> {
            boolean logsIn = !holder.startsWith(CLIENT);
            if (!door.roles().contains(role) && (door.isApi() || logsIn)) {
              int status =
                  door.isApi()
                      ? knocking(door)
                          .auth()
                          .oauth2(token(holder))
                          .request(door.method(), door.path())
                          .statusCode()
                      : entering(browser(holder), door);
              assertThat(status).as(role + " at " + door).isEqualTo(403);
            }
          });
    }
  }

  @Test
  void anAnalystComesInByLogin() {
    assertThat(browser("analyst").get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void thereAreDoorsToTry() {
    assertThat(doors().stream().map(Door::path))
        .contains("/", "/api/v1/measures", "/api/v1/releases", "/api/v1/flow");
  }

  private static Browser browser(String person) {
    return new Browser("http://localhost:" + RestAssured.port + "/analytics", person, "en");
  }

  private static int entering(Browser browser, Door door) {
    if (door.method() == Method.GET) {
      return browser.get(door.path()).statusCode();
    }
    browser.get("/operations");
    return browser.post(door.path(), Map.of()).statusCode();
  }

  private static RequestSpecification knocking(Door door) {
    RequestSpecification knock =
        given().contentType(door.isApi() ? ContentType.JSON : ContentType.URLENC);
    return door.isApi() && door.method() != Method.GET ? knock.body("{}") : knock;
  }

  private static String token(String holder) {
    return holder.startsWith(CLIENT)
        ? Tokens.client(holder.substring(CLIENT.length()))
        : Tokens.of(holder);
  }

  private List<Door> doors() {
    List<Door> doors = new ArrayList<>();
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Class<?> type = bean.getBeanClass();
      Path base = type.getAnnotation(Path.class);
      if (base != null) {
        for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
          verb(method).ifPresent(verb -> doors.add(door(verb, base, method)));
        }
      }
    }
    return doors;
  }

  private static Optional<Method> verb(java.lang.reflect.Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(annotation -> annotation.getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(verb -> Method.valueOf(verb.value()))
        .findFirst();
  }

  private static Door door(Method verb, Path base, java.lang.reflect.Method method) {
    Path own = method.getAnnotation(Path.class);
    String path = "/" + base.value() + (own == null ? "" : "/" + own.value());
    String filled =
        path.replaceAll("/+", "/")
            .replaceAll("\\{code}", "latency")
            .replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
    RolesAllowed roles = roles(method);
    assertThat(method.isAnnotationPresent(PermitAll.class)).as(filled).isFalse();
    assertThat(roles).as(filled + " names its roles").isNotNull();
    return new Door(verb, filled, roles == null ? List.of() : List.of(roles.value()));
  }

  private static @Nullable RolesAllowed roles(java.lang.reflect.Method method) {
    RolesAllowed own = method.getAnnotation(RolesAllowed.class);
    return own != null ? own : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
  }
}
