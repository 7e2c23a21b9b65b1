package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

  private static final UUID ID = UUID.fromString("6f1c0f5e-4d43-4b7b-9a57-0c6de0e0b7aa");

  @Test
  void theSameIdAlwaysHasTheSameName() {
    assertEquals(new Pseudonyms(key(1)).of(ID), new Pseudonyms(key(1)).of(ID));
    assertEquals(8, new Pseudonyms(key(1)).of(ID).version());
    assertEquals(2, new Pseudonyms(key(1)).of(ID).variant());
  }

  @Test
  void anotherKeyGivesAnotherName() {
    assertNotEquals(new Pseudonyms(key(1)).of(ID), new Pseudonyms(key(2)).of(ID));
  }

  @Test
  void differentIdsHaveDifferentNames() {
    Pseudonyms pseudonyms = new Pseudonyms(key(3));
    Random random = new Random(3);
    Set<UUID> names = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      names.add(pseudonyms.of(new UUID(random.nextLong(), random.nextLong())));
    }
    assertEquals(10_000, names.size());
  }

  @Test
  void aShortKeyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Pseudonyms(new byte[16]));
  }

  private static byte[] key(long seed) {
    byte[] key = new byte[Pseudonyms.KEY_LENGTH];
    new Random(seed).nextBytes(key);
    return key;
  }
}
