package org.warmhandoff.local.launcher;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * What push services know this installation by (VAPID, RFC 8292): P-256, in base64url.
 *
 * @param open the point, uncompressed
 * @param secret the number
 */
record PushKeys(String open, String secret) {

  private static final int NUMBER = 32;

  static PushKeys generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      ECPublicKey open = (ECPublicKey) keys.getPublic();
      byte[] point = new byte[1 + 2 * NUMBER];
      point[0] = 4;
      fill(open.getW().getAffineX(), point, 1);
      fill(open.getW().getAffineY(), point, 1 + NUMBER);
      byte[] number = new byte[NUMBER];
      fill(((ECPrivateKey) keys.getPrivate()).getS(), number, 0);
      return new PushKeys(text(point), text(number));
    } catch (GeneralSecurityException e) {
      throw new Trouble("this Java platform cannot make a P-256 key: " + e.getMessage(), e);
    }
  }

  private static void fill(BigInteger number, byte[] to, int at) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(NUMBER, bytes.length);
    System.arraycopy(bytes, bytes.length - length, to, at + NUMBER - length, length);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Without the secret: this may end up in a log. */
  @Override
  public String toString() {
    return "PushKeys[" + open + "]";
  }
}
