package org.warmhandoff.notification;

import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser on a device of a member of staff's own, as it gave itself away to be called (Push API):
 * where its push service takes messages, and what only it can read them with.
 *
 * @param endpoint https
 * @param key its P-256 public key, 65 bytes in base64url
 * @param secret its authentication secret, 16 bytes in base64url
 */
public record Device(String endpoint, String key, String secret) {

  private static final int KEY_BYTES = 65;
  private static final int SECRET_BYTES = 16;
  private static final int LONGEST = 500;
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /**
   * Reads one as a browser gives it.
   *
   * @throws Flaw where a field is wrong; what was given is not repeated
   */
  public static Device given(
      @Nullable String endpoint, @Nullable String key, @Nullable String secret) {
    if (endpoint == null
        || endpoint.length() > LONGEST
        || endpoint.chars().anyMatch(Character::isISOControl)) {
      throw new Flaw("/endpoint", "the https address of a push service");
    }
    byte[] point = bytes(key, KEY_BYTES, "/key");
    if (point[0] != 4) {
      throw new Flaw("/key", "an uncompressed point");
    }
    bytes(secret, SECRET_BYTES, "/secret");
    return new Device(endpoint, String.valueOf(key), String.valueOf(secret));
  }

  private static byte[] bytes(@Nullable String text, int length, String pointer) {
    if (text != null && BASE64URL.matcher(text).matches()) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length == length) {
          return bytes;
        }
      } catch (IllegalArgumentException torn) {
        // told below
      }
    }
    throw new Flaw(pointer, length + " bytes in base64url");
  }

  /** As it is kept, sealed. */
  public String kept() {
    return endpoint + "\n" + key + "\n" + secret;
  }

  /** The other way round. */
  public static Device read(String kept) {
    String[] parts = kept.split("\n", -1);
    return new Device(parts[0], parts[1], parts[2]);
  }

  /** Without its address: this may end up in a log. */
  @Override
  public String toString() {
    return "Device[…]";
  }
}
