package org.warmhandoff.local.telephones;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the telephone company tells the service, signed as Twilio signs: HMAC-SHA1 under the
 * account's secret, of the address and of the fields in the order of their names. It tells nothing
 * to any address but the front door's.
 */
final class Company {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern MESSAGE = Pattern.compile("<Message>(.*?)</Message>");
  private static final String ALGORITHM = "HmacSHA1";

  private final String account;
  private final String secret;
  private final URI frontDoor;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  Company(String account, String secret, URI frontDoor) {
    this.account = account;
    this.secret = secret;
    this.frontDoor = frontDoor;
  }

  String account() {
    return account;
  }

  /** Whether the Authorization header of a request is this account's. */
  boolean knows(String authorization) {
    String pair = account + ":" + secret;
    String own = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    return MessageDigest.isEqual(own.getBytes(UTF_8), authorization.getBytes(UTF_8));
  }

  /**
   * Tells that a message arrived.
   *
   * @return status of the answer; 0 where there was none
   */
  int arrived(String callback, Sent sent) {
    String status = sent.kind() == Sent.Kind.CALL ? "completed" : "delivered";
    Map<String, String> fields =
        sent.kind() == Sent.Kind.CALL
            ? Map.of("CallSid", sent.id(), "CallStatus", status, "To", sent.to())
            : Map.of("MessageSid", sent.id(), "MessageStatus", status, "To", sent.to());
    try {
      return tell(URI.create(callback), fields).statusCode();
    } catch (IOException | IllegalArgumentException failed) {
      return 0;
    }
  }

  /**
   * Passes on what somebody wrote back.
   *
   * @return what came back; empty where nothing did
   */
  String reply(Sent to, String said) throws IOException {
    HttpResponse<String> answer =
        tell(
            frontDoor.resolve("/notification/api/v1/telephone/replies"),
            Map.of("From", to.to(), "To", to.from(), "Body", said));
    Matcher message = MESSAGE.matcher(answer.body());
    return answer.statusCode() == 200 && message.find()
        ? message.group(1).replace("&lt;", "<").replace("&amp;", "&")
        : "";
  }

  private HttpResponse<String> tell(URI address, Map<String, String> fields) throws IOException {
    if (!address.toString().startsWith(frontDoor + "/")) {
      throw new IllegalArgumentException("not the front door");
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature(address, fields))
            .POST(BodyPublishers.ofString(encoded(fields)))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString(UTF_8));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  String signature(URI address, Map<String, String> fields) {
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

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
