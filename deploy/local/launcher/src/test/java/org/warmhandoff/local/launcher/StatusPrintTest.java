package org.warmhandoff.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StatusPrintTest {

  static final String OPERATIONS =
      """
      {"flow": {"outbox": {"pending": 3, "oldestSeconds": 0.5}, "held": 0, "parked": 1,
        "quarantined": 0, "skippedUnknown": 0, "deadlinesDue": 0},
       "lag": [{"group": "notification-service.incidents", "topic": "incident.events.v1", "records": 7}],
       "failed": [
        {"what": "page-expired", "to": "windsor-on-site", "at": "2026-03-08T06:59:59Z"},
        {"what": "page-expired", "to": "hiatus-virtual", "at": "2026-03-08T05:00:00Z"}]}""";

  @Test
  void whatWasNotDeliveredIsSaidInALine() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Elsewhere elsewhere = new Elsewhere()) {
      elsewhere.answers("/notification/api/v1/operations", OPERATIONS);
      Api api =
          new Api(
              elsewhere.url(),
              URI.create(elsewhere.tokenUrl()),
              new Api.DemoClient("operator", "secret"));
      ServiceStatus told =
          ServiceStatus.of(Stack.Service.NOTIFICATION, api, "http://localhost:8080", true);
      assertThat(told.isWell()).isTrue();
      assertThat(told.node().at("/flow/outbox/pending").asInt()).isEqualTo(3);
      var status = new ObjectMapper().createObjectNode().put("up", true);
      status.putArray("services").add(told.node());
      new StatusPrint(lines::add).print(status);
    }
    assertThat(lines)
        .contains(
            "notification-service: 2 not delivered or not answered, the last page-expired to"
                + " windsor-on-site at 2026-03-08T06:59:59Z:"
                + " http://localhost:8080/notification/operations");
  }
}
