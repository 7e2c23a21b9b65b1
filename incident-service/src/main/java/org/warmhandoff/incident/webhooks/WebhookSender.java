package org.warmhandoff.incident.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.WebhookTarget;
import org.warmhandoff.incident.WebhookTarget.Judged;

/**
 * Sends one message, outside of any transaction, to the very address that was judged: the name is
 * asked for once, and goes along for the certificate alone. There is no proxy, no redirect is
 * followed, no cookie is kept, and of the answer its status alone is read: nothing a stranger
 * writes is taken in.
 */
@ApplicationScoped
class WebhookSender {

  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int TO_CONNECT_MILLIS = 5_000;
  private static final int CONNECTIONS = 32;
  private static final long LONGEST_WAIT_SECONDS = 86_400;

  private final HttpClient client;
  private final WebhookSettings settings;
  private final WebhookTarget.Resolver resolver;

  @Inject
  WebhookSender(Vertx vertx, WebhookSettings settings) {
    this(vertx, settings, new PatientResolver(InetAddress::getAllByName));
  }

  WebhookSender(Vertx vertx, WebhookSettings settings, WebhookTarget.Resolver resolver) {
    this.settings = settings;
    this.resolver = resolver;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(TO_CONNECT_MILLIS)
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAlive(false)
                .setVerifyHost(true));
  }

  Answer send(Outgoing message) {
    if (message.secrets().isEmpty()) {
      return new Answer.NotTaken("no-secret", null);
    }
    return switch (WebhookTarget.judge(message.url(), settings.allowPrivate(), resolver)) {
      case Judged.Refused refused -> new Answer.NotTaken(refused.why().code(), null);
      case Judged.Allowed allowed -> send(message, allowed);
    };
  }

  private Answer send(Outgoing message, Judged.Allowed to) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    client
        .request(options(message, to))
        .onSuccess(
            request -> {
              // a body that drips in for ever holds nobody up, nor does one who hung up already
              answer.whenComplete((status, failed) -> request.reset());
              ask(request, message, answer);
            })
        .onFailure(answer::completeExceptionally);
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      return new Answer.NotTaken("no-answer-in-time", null);
    } catch (ExecutionException failed) {
      return new Answer.NotTaken(code(failed.getCause()), null);
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.NotTaken("stopped", null);
    }
  }

  private static void ask(
      HttpClientRequest request, Outgoing message, CompletableFuture<Answer> answer) {
    request
        .response()
        .onSuccess(
            response -> {
              // what comes after the status is cut off on purpose, and is no error to anybody
              response.exceptionHandler(cut -> {});
              answer.complete(judge(response));
            })
        .onFailure(answer::completeExceptionally);
    request.send(Buffer.buffer(message.body())).onFailure(answer::completeExceptionally);
  }

  private static RequestOptions options(Outgoing message, Judged.Allowed to) {
    URI uri = to.uri();
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : https ? HTTPS_PORT : HTTP_PORT;
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new RequestOptions()
        .setServer(SocketAddress.inetSocketAddress(port, to.address().getHostAddress()))
        .setHost(uri.getHost())
        .setPort(port)
        .setSsl(https)
        .setMethod(HttpMethod.POST)
        .setFollowRedirects(false)
        .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "warm-handoff")
        .putHeader("webhook-id", message.id())
        .putHeader("webhook-timestamp", Long.toString(message.sentAt().getEpochSecond()))
        .putHeader("webhook-signature", message.signatures());
  }

  private static Answer judge(HttpClientResponse answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Answer.Taken();
    }
    if (status == GONE) {
      return new Answer.Gone();
    }
    boolean asks = status == TOO_MANY || status == UNAVAILABLE;
    return new Answer.NotTaken(
        "status-" + status, asks ? retryAfter(answer.getHeader("Retry-After")) : null);
  }

  /** Seconds; the form with a date is left alone. */
  private static @Nullable Duration retryAfter(@Nullable String value) {
    return value == null || !value.matches("[0-9]{1,9}")
        ? null
        : Duration.ofSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT_SECONDS));
  }

  private static String code(@Nullable Throwable failed) {
    for (Throwable one = failed; one != null; one = one.getCause()) {
      if (one instanceof SSLException) {
        return "no-trust";
      }
      if (one instanceof ConnectException) {
        return "no-connection";
      }
    }
    return "broken-answer";
  }
}
