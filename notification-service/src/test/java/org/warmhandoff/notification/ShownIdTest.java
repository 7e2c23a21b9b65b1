package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShownIdTest {

  @Test
  void callsWhoseIdsBeginAlikeLookDifferent() {
    UUID one = UUID.fromString("6b0ff8a2-4f4b-8f4c-9d3e-0123456789ab");
    UUID other = UUID.fromString("6b0ff8a2-4f4b-8a11-8c07-fedcba987654");
    assertEquals("456789ab", ShownId.of(one));
    assertNotEquals(ShownId.of(one), ShownId.of(other));
  }
}
