package org.warmhandoff.eventing.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;

/** Events as they were written before they grew: they are in the topics, and stay readable. */
class EarlierEventsTest {

  @Test
  void incidentsFromBeforeThereWereCircumstances() throws IOException {
    IncidentReported reported =
        EventJson.read(IncidentReported.class, earlier(IncidentReported.class));
    assertThat(reported.facts().circumstances()).isNull();
    assertThat(reported.facts().zone()).isEqualTo("America/Toronto");
    IncidentUpdated updated = EventJson.read(IncidentUpdated.class, earlier(IncidentUpdated.class));
    assertThat(updated.facts()).isEqualTo(reported.facts());
  }

  private static byte[] earlier(Class<? extends org.warmhandoff.contracts.Event> type)
      throws IOException {
    String file = "/earlier/" + EventTypes.name(type) + ".json";
    try (InputStream body =
        Objects.requireNonNull(EarlierEventsTest.class.getResourceAsStream(file), file)) {
      return body.readAllBytes();
    }
  }
}
