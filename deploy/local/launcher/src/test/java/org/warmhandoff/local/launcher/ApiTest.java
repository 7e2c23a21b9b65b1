package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ApiTest {

  private static final String DOOR = "/incident/api/v1/republish";

  @Test
  void aTokenThatHasEndedIsRenewedOnceForEachCall() throws IOException {
    try (Elsewhere elsewhere = new Elsewhere()) {
      elsewhere.answers(DOOR, "{\"sent\":1}");
      Api api =
          new Api(
              elsewhere.url(),
              URI.create(elsewhere.tokenUrl()),
              new Api.DemoClient("operator", "secret"));
      assertThat(api.get(DOOR).path("sent").asInt()).isEqualTo(1);
      elsewhere.forgetsTokens();
      assertThat(api.get(DOOR).path("sent").asInt()).isEqualTo(1);
      elsewhere.forgetsTokens();
      assertThat(api.get(DOOR).path("sent").asInt()).isEqualTo(1);
      assertThat(elsewhere.asked()).filteredOn(what -> what.contains("operator")).hasSize(3);
    }
  }

  @Test
  void whoIsRefusedWithANewTokenTooIsRefused() throws IOException {
    try (Elsewhere elsewhere = new Elsewhere()) {
      elsewhere.answers(DOOR, "{}");
      elsewhere.letsNobodyIn();
      Api api =
          new Api(
              elsewhere.url(),
              URI.create(elsewhere.tokenUrl()),
              new Api.DemoClient("operator", "secret"));
      assertThatThrownBy(() -> api.get(DOOR)).hasMessageContaining("refused with 401");
      assertThat(elsewhere.asked()).filteredOn(what -> what.startsWith("GET")).hasSize(2);
    }
  }
}
