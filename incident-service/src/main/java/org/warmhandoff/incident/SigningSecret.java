package org.warmhandoff.incident;

import java.security.SecureRandom;
import java.util.Base64;
import org.warmhandoff.eventing.seal.Seal;

/**
 * What a system signs its requests with, apart from its key: 256 random bits, sealed where they
 * rest, for unlike a key they are needed again.
 */
public record SigningSecret(byte[] bytes) {

  private static final int BYTES = 32;

  /** How the specification writes a secret, so that its libraries take it as it is. */
  private static final String PREFIX = "whsec_";

  public static SigningSecret make(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SigningSecret(bytes);
  }

  /** The secret of a key, from where it rests. */
  public static SigningSecret open(Seal master, String key, byte[] sealed) {
    return new SigningSecret(master.open(sealed, context(key)));
  }

  /** As it rests, bound to its key. */
  public byte[] seal(Seal master, String key) {
    return master.seal(bytes, context(key));
  }

  /** As its holder gets it, once. */
  public String written() {
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "SigningSecret";
  }

  private static String context(String key) {
    return "api-key-signing/" + key;
  }
}
