package org.warmhandoff.analytics;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * This service's own names for ids of others: HMAC-SHA-256 under a key that never leaves the
 * service. The same id always gets the same name, so that a later event finds its row; nobody
 * without the key can go from one to the other.
 */
public final class Pseudonyms {

  /** Length of the key in bytes. */
  public static final int KEY_LENGTH = 32;

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param key {@link #KEY_LENGTH} random bytes
   */
  public Pseudonyms(byte[] key) {
    if (key.length != KEY_LENGTH) {
      throw new IllegalArgumentException("a pseudonym key has %d bytes".formatted(KEY_LENGTH));
    }
    this.key = new SecretKeySpec(key, HMAC);
  }

  /** The pseudonym of an id, as a UUID of version 8 (RFC 9562: content of one's own). */
  public UUID of(UUID id) {
    byte[] plain =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(plain));
      long high = (digest.getLong() & ~0xF000L) | 0x8000L;
      long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
