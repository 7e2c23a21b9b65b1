package org.warmhandoff.console.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.key.KeyHeader.Carried;

class KeyHeaderTest {

  private static final Optional<Carried> SOUND = Optional.of(new Carried(Optional.of("whk_1")));
  private static final Optional<Carried> NONE = Optional.empty();
  private static final Optional<Carried> UNCLEAR = Optional.of(new Carried(Optional.empty()));

  private static Optional<Carried> read(Map<String, String> headers) {
    return KeyHeader.read(headers::get);
  }

  @Test
  void aKeyComesInEitherHeader() {
    assertEquals(SOUND, read(Map.of("X-Api-Key", " whk_1 ")));
    assertEquals(SOUND, read(Map.of("Authorization", "bearer  whk_1")));
  }

  @Test
  void aTokenOrALoginIsNoKey() {
    assertEquals(NONE, read(Map.of()));
    assertEquals(NONE, read(Map.of("Authorization", "Bearer eyJhbGciOi.whk_")));
    assertEquals(NONE, read(Map.of("Authorization", "Basic whk_1")));
  }

  @Test
  void whatGatewaysPutThereIsNoKey() {
    assertEquals(NONE, read(Map.of("X-Api-Key", "")));
    assertEquals(NONE, read(Map.of("X-Api-Key", "gw-1", "Authorization", "Bearer eyJ")));
    assertEquals(SOUND, read(Map.of("X-Api-Key", "gw-1", "Authorization", "Bearer whk_1")));
  }

  @Test
  void ofTwoCredentialsNoneCounts() {
    assertEquals(UNCLEAR, read(Map.of("X-Api-Key", "whk_1", "Authorization", "Bearer eyJ")));
    assertEquals(UNCLEAR, read(Map.of("X-Api-Key", "whk_1", "Authorization", "Bearer whk_1")));
  }
}
