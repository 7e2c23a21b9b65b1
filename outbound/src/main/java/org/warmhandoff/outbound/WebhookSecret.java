package org.warmhandoff.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key an endpoint can tell our messages by, as Standard Webhooks 1.0 has it: 32 random bytes,
 * written {@code whsec_} and base64; the signature is HMAC-SHA256 over id, timestamp and body.
 */
public final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key.clone();
  }

  /** A new one. */
  public static WebhookSecret random() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return new WebhookSecret(key);
  }

  /** One that was kept. */
  public static WebhookSecret of(byte[] key) {
    return new WebhookSecret(key);
  }

  /** Reads one as its owner keeps it. */
  public static WebhookSecret parse(String shown) {
    return new WebhookSecret(Base64.getDecoder().decode(shown.substring(PREFIX.length())));
  }

  /** As it is kept, sealed. */
  public byte[] bytes() {
    return key.clone();
  }

  /** As it is shown to its owner, once. */
  public String shown() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** The value of the header {@code webhook-signature}, one for each key that is valid now. */
  public static String signatures(
      List<WebhookSecret> secrets, String id, Instant sentAt, String body) {
    return secrets.stream()
        .map(secret -> secret.signature(id, sentAt, body))
        .collect(Collectors.joining(" "));
  }

  /** What goes along with a JSON body. */
  public static Map<String, String> headers(
      List<WebhookSecret> secrets, String id, Instant sentAt, String body) {
    return Map.of(
        "Content-Type",
        "application/json",
        "webhook-id",
        id,
        "webhook-timestamp",
        Long.toString(sentAt.getEpochSecond()),
        "webhook-signature",
        signatures(secrets, id, sentAt, body));
  }

  String signature(String id, Instant sentAt, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] signed =
          mac.doFinal((id + "." + sentAt.getEpochSecond() + "." + body).getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "WebhookSecret[…]";
  }
}
