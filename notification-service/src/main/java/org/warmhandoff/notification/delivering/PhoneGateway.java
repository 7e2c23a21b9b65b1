package org.warmhandoff.notification.delivering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.DeliverySettings;

/**
 * Text messages and calls through a gateway that speaks as Twilio does (API of 2010-04-01). No
 * redirect is followed: the numbers of staff go to the configured gateway and nowhere else.
 */
@ApplicationScoped
class PhoneGateway {

  private static final int TOO_MANY = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int SERVERS_FAULT = 500;
  private static final int LONGEST_WAIT_SECONDS = 600;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DeliverySettings settings;
  private final HttpClient client;

  PhoneGateway(DeliverySettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  Outcome text(Outgoing message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", message.to());
    form.put("Body", message.words().written());
    return post("Messages.json", message, form);
  }

  Outcome call(Outgoing message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", message.to());
    form.put("Twiml", spoken(message.words()));
    return post("Calls.json", message, form);
  }

  /** Said twice: whoever picks up a telephone at night misses the first words. */
  private static String spoken(Outgoing.Words words) {
    String said = words.said().replace("&", "&amp;").replace("<", "&lt;");
    return "<Response><Say language=\"%s\" loop=\"2\">%s</Say></Response>"
        .formatted(words.language(), said);
  }

  private Outcome post(String what, Outgoing message, Map<String, String> form) {
    DeliverySettings.Phone phone = settings.phone();
    if (phone.url().isEmpty() || phone.account().isEmpty() || phone.secret().isEmpty()) {
      return new Outcome.Never("no-gateway");
    }
    form.put("StatusCallback", settings.door("receipts/" + message.id()).toString());
    phone.from().ifPresent(number -> form.put("From", number));
    String account = phone.account().get();
    URI uri = phone.url().get().resolve("/2010-04-01/Accounts/" + account + "/" + what);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(settings.timeout())
            .header("Authorization", "Basic " + basic(account, phone.secret().get()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Idempotency-Key", message.id().toString())
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      return judge(client.send(request, BodyHandlers.ofString(UTF_8)));
    } catch (HttpTimeoutException late) {
      return new Outcome.Later("no-answer-in-time", null);
    } catch (ConnectException absent) {
      return new Outcome.Later("no-connection", null);
    } catch (IOException broken) {
      return new Outcome.Later("broken-answer", null);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome.Later("stopped", null);
    }
  }

  private static Outcome judge(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Outcome.Sent(sid(answer.body()));
    }
    if (status >= SERVERS_FAULT || status == TOO_MANY || status == REQUEST_TIMEOUT) {
      return new Outcome.Later(
          "status-" + status, retryAfter(answer.headers().firstValue("Retry-After").orElse(null)));
    }
    return new Outcome.Never("status-" + status);
  }

  private static @Nullable String sid(String body) {
    try {
      String sid = JSON.readTree(body).path("sid").asText();
      return sid.matches("[A-Za-z0-9]{1,64}") ? sid : null;
    } catch (JsonProcessingException unreadable) {
      return null;
    }
  }

  /** Seconds; the form with a date is left alone. */
  private static @Nullable Duration retryAfter(@Nullable String value) {
    return value == null || !value.matches("[0-9]{1,9}")
        ? null
        : Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT_SECONDS));
  }

  private static String basic(String account, String secret) {
    return Base64.getEncoder().encodeToString((account + ":" + secret).getBytes(UTF_8));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
