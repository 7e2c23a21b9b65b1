package org.warmhandoff.notification.rostering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret part of a calendar's address, 256 bits of chance. */
final class CalendarSecret {

  private static final SecureRandom CHANCE = new SecureRandom();
  private static final int BYTES = 32;

  private CalendarSecret() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    CHANCE.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of it. */
  static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
