package org.warmhandoff.e2e;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;

/** The journey on docker-compose.yml, with Keycloak as identity provider, on ports of its own. */
@Order(90)
class ComposeJourneyTest extends Journey {

  private @Nullable City city;

  @BeforeAll
  void open() {
    if (!ComposeStack.isPossible()) {
      System.err.println(
          "!!!! THE JOURNEY ON COMPOSE IS SKIPPED: no Docker engine answers here, or there is no Compose !!!!");
    }
    Assumptions.assumeTrue(ComposeStack.isPossible(), "no Docker engine");
    city = City.on(ComposeStack.start(City.wednesdayEvening()));
    playIn(city);
  }

  @AfterAll
  void close() {
    if (city != null) {
      city.close();
    }
  }
}
