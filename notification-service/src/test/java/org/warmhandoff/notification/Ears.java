package org.warmhandoff.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a browser does with a pushed message, written from RFC 8188, 8291 and 8292 alone. */
public final class Ears {

  private static final int NUMBER = 32;
  private static final int SALT = 16;

  private Ears() {}

  /**
   * A pair of P-256 keys.
   *
   * @param open the point, uncompressed, in base64url
   * @param secret the number, in base64url
   */
  public record Pair(String open, String secret, KeyPair keys) {}

  /** A new pair. */
  public static Pair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      byte[] number = fixed(((ECPrivateKey) keys.getPrivate()).getS());
      return new Pair(text(point((ECPublicKey) keys.getPublic())), text(number), keys);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static byte[] point(ECPublicKey key) {
    return concat(new byte[] {4}, fixed(key.getW().getAffineX()), fixed(key.getW().getAffineY()));
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] all = new byte[NUMBER];
    int length = Math.min(NUMBER, bytes.length);
    System.arraycopy(bytes, bytes.length - length, all, NUMBER - length, length);
    return all;
  }

  private static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static ECPublicKey key(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint at =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + NUMBER)),
            new BigInteger(1, Arrays.copyOfRange(point, 1 + NUMBER, 1 + 2 * NUMBER)));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(at, curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static byte[] mac(byte[] key, byte[] of) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(of);
  }

  private static byte[] expand(byte[] key, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(mac(key, concat(info, new byte[] {1})), length);
  }

  private static byte[] info(String words) {
    return (words + "\0").getBytes(US_ASCII);
  }

  /** The words of a message of one record. */
  static String read(byte[] body, Pair device, byte[] secret) throws GeneralSecurityException {
    byte[] salt = Arrays.copyOf(body, SALT);
    int idLength = body[SALT + 4];
    byte[] sender = Arrays.copyOfRange(body, SALT + 5, SALT + 5 + idLength);
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(device.keys().getPrivate());
    agreement.doPhase(key(sender), true);
    byte[] own = bytes(device.open());
    byte[] input =
        expand(
            mac(secret, agreement.generateSecret()),
            concat(info("WebPush: info"), own, sender),
            NUMBER);
    byte[] both = mac(salt, input);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(expand(both, info("Content-Encoding: aes128gcm"), 16), "AES"),
        new GCMParameterSpec(128, expand(both, info("Content-Encoding: nonce"), 12)));
    byte[] padded = cipher.doFinal(body, SALT + 5 + idLength, body.length - SALT - 5 - idLength);
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new GeneralSecurityException("the last record ends with 2");
    }
    return new String(padded, 0, end, UTF_8);
  }

  /** The claims of who sent it, where its signature is right. */
  static String claims(String authorization, String senderKey) throws GeneralSecurityException {
    String token = authorization.replaceAll("^vapid t=([^,]+), ?k=(.+)$", "$1");
    String named = authorization.replaceAll("^vapid t=([^,]+), ?k=(.+)$", "$2");
    String[] parts = token.split("\\.", -1);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(key(bytes(senderKey)));
    signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
    if (!named.equals(senderKey) || !signature.verify(bytes(parts[2]))) {
      throw new GeneralSecurityException("not signed by that key");
    }
    return new String(bytes(parts[1]), UTF_8);
  }
}
