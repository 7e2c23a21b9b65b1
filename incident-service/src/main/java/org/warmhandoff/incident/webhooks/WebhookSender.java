package org.warmhandoff.incident.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.WebhookTarget;

/**
 * Sends one message, outside of any transaction. No redirect is followed, no cookie is kept, and of
 * the answer its status alone is read: nothing a stranger writes is taken in.
 */
@ApplicationScoped
class WebhookSender {

  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final long LONGEST_WAIT_SECONDS = 86_400;

  private final HttpClient client;
  private final WebhookSettings settings;

  WebhookSender(WebhookSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();
  }

  Answer send(Outgoing message) {
    Optional<WebhookTarget.Refusal> refusal =
        WebhookTarget.refusal(message.url(), settings.allowPrivate(), InetAddress::getAllByName);
    if (refusal.isPresent()) {
      return new Answer.NotTaken(refusal.get().code(), null);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(message.url()))
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .header("User-Agent", "warm-handoff")
            .header("webhook-id", message.id())
            .header("webhook-timestamp", Long.toString(message.sentAt().getEpochSecond()))
            .header("webhook-signature", message.signatures())
            .POST(HttpRequest.BodyPublishers.ofString(message.body()))
            .build();
    CompletableFuture<HttpResponse<@Nullable Void>> sending =
        client.sendAsync(request, info -> new Unread());
    try {
      return judge(sending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      sending.cancel(true);
      return new Answer.NotTaken("no-answer-in-time", null);
    } catch (ExecutionException failed) {
      return new Answer.NotTaken(code(failed.getCause()), null);
    } catch (InterruptedException stopped) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.NotTaken("stopped", null);
    }
  }

  private static Answer judge(HttpResponse<?> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Answer.Taken();
    }
    if (status == GONE) {
      return new Answer.Gone();
    }
    boolean asks = status == TOO_MANY || status == UNAVAILABLE;
    return new Answer.NotTaken("status-" + status, asks ? retryAfter(answer) : null);
  }

  /** Seconds; the form with a date is left alone. */
  private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,9}"))
        .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT_SECONDS)))
        .orElse(null);
  }

  private static String code(@Nullable Throwable failed) {
    return switch (failed) {
      case HttpTimeoutException late -> "no-answer-in-time";
      case ConnectException refused -> "no-connection";
      case SSLException untrusted -> "no-trust";
      case null, default -> "broken-answer";
    };
  }

  /** Ends the exchange once the status is known: a body that drips in for ever holds nobody up. */
  private static final class Unread implements HttpResponse.BodySubscriber<@Nullable Void> {

    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    @Override
    public CompletionStage<@Nullable Void> getBody() {
      return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
      done.complete(null);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {}

    @Override
    public void onError(Throwable throwable) {
      done.complete(null);
    }

    @Override
    public void onComplete() {
      done.complete(null);
    }
  }
}
