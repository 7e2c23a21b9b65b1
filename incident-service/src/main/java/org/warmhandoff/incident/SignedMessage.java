package org.warmhandoff.incident;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * What a signed request says of itself, after the Standard Webhooks specification: its id, the time
 * of this attempt, and one signature or several over id, time and body.
 *
 * @param id the sender's own; stays the same when the same message is sent again
 * @param seconds of this attempt, since 1970, by the wall clock
 * @param signatures each {@code v1,} and an HMAC-SHA256 in base64; other versions are passed over
 */
public record SignedMessage(String id, long seconds, List<String> signatures) {

  /** How far a sender's clock may be from ours, either way. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  private static final String UNSIGNED = "Requests with this key must be signed.";
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";

  /** Nobody holds more secrets than these at once. */
  private static final int MOST_SIGNATURES = 8;

  /** No full stop: it ends the id in what is signed. */
  private static final Pattern ID_FORM = Pattern.compile("[!-~&&[^.]]{1,200}");

  private static final Pattern SECONDS_FORM = Pattern.compile("[0-9]{1,11}");

  public SignedMessage {
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads the three headers.
   *
   * @throws Problem 403 where one is missing or cannot be read
   */
  public static SignedMessage read(
      @Nullable String id, @Nullable String timestamp, @Nullable String signature) {
    if (id == null || timestamp == null || signature == null) {
      throw Problem.forbidden("not-signed", UNSIGNED)
          .expected("the headers " + ID + ", " + TIMESTAMP + " and " + SIGNATURE);
    }
    if (!ID_FORM.matcher(id).matches()) {
      throw Problem.forbidden("not-signed", UNSIGNED)
          .expected("in " + ID + " 1 to 200 visible ASCII characters without a full stop");
    }
    if (!SECONDS_FORM.matcher(timestamp).matches()) {
      throw Problem.forbidden("not-signed", UNSIGNED)
          .expected("in " + TIMESTAMP + " seconds since 1970-01-01T00:00:00Z");
    }
    return new SignedMessage(
        id,
        Long.parseLong(timestamp),
        Arrays.stream(signature.split(" ", MOST_SIGNATURES + 1)).limit(MOST_SIGNATURES).toList());
  }

  /** Whether it was signed within {@link #TOLERANCE} of now, to the second. */
  public boolean isInTime(Instant wallClock) {
    return Math.abs(wallClock.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
  }

  /** Until when it would be taken if it came again. */
  public Instant knownUntil() {
    return Instant.ofEpochSecond(seconds).plus(TOLERANCE).plusSeconds(1);
  }

  /** Whether one of its signatures is made with this secret; takes as long whatever they are. */
  public boolean isSignedWith(byte[] secret, byte[] body) {
    byte[] right = (VERSION + sign(secret, id, seconds, body)).getBytes(US_ASCII);
    boolean found = false;
    for (String signature : signatures) {
      found |= MessageDigest.isEqual(right, signature.getBytes(US_ASCII));
    }
    return found;
  }

  /**
   * What it is known by if it comes again: all that is signed. A sender may give one id and one
   * second to two states, and neither is a copy of the other.
   */
  public byte[] identity(byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(beforeTheBody(id, seconds));
      return digest.digest(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static byte[] beforeTheBody(String id, long seconds) {
    return (id + "." + seconds + ".").getBytes(US_ASCII);
  }

  /** The signature without its version, in base64. */
  static String sign(byte[] secret, String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update(beforeTheBody(id, seconds));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the signature could not be made", broken);
    }
  }
}
