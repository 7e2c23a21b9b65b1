package org.warmhandoff.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * Whether a request comes from the gateway: HMAC-SHA1, under the account's secret, of the address
 * it was sent to and the fields in the order of their names (Twilio, "Validating requests").
 */
public final class GatewaySignature {

  private static final String ALGORITHM = "HmacSHA1";

  private GatewaySignature() {}

  /**
   * The fields of a request that the gateway signed.
   *
   * @param door the name of the door it came to
   * @throws Problem 403 where it did not sign them, or where there is no gateway
   */
  public static Map<String, String> checked(
      @Nullable String given,
      @Nullable Map<String, List<String>> form,
      String door,
      DeliverySettings settings) {
    Map<String, String> fields = new HashMap<>();
    if (form != null) {
      form.forEach((name, values) -> fields.put(name, values.getFirst()));
    }
    boolean holds =
        settings
            .phone()
            .secret()
            .filter(secret -> holds(given, settings.door(door), fields, secret))
            .isPresent();
    if (!holds) {
      throw Problem.forbidden("not-signed", "This was not signed by the gateway.");
    }
    return fields;
  }

  static boolean holds(
      @Nullable String given, URI address, Map<String, String> fields, String secret) {
    return given != null
        && MessageDigest.isEqual(
            of(address, fields, secret).getBytes(UTF_8), given.getBytes(UTF_8));
  }

  /** The signature of these fields, sent to this address. */
  public static String of(URI address, Map<String, String> fields, String secret) {
    StringBuilder signed = new StringBuilder(address.toString());
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has HMAC-SHA1", absent);
    }
  }
}
