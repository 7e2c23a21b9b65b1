package org.warmhandoff.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.outbound.Target.Judged;

/**
 * Posts to an address that a stranger named, and to the very one that was judged: the name is asked
 * for once, and goes along for the certificate alone. There is no proxy, no redirect is followed,
 * no cookie is kept, and of the answer its status alone is read: nothing a stranger writes is taken
 * in. It blocks until there is an answer.
 */
public final class Posting {

  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int TO_CONNECT_MILLIS = 5_000;
  private static final int CONNECTIONS = 32;
  private static final long LONGEST_WAIT_SECONDS = 86_400;

  private final HttpClient client;
  private final Duration timeout;
  private final boolean allowPrivate;
  private final Target.Resolver resolver;

  /**
   * Makes one.
   *
   * @param timeout wall-clock time for the whole of an exchange
   * @param allowPrivate whether targets may stand in a private network, and be plain http on this
   *     machine
   */
  public Posting(Vertx vertx, Duration timeout, boolean allowPrivate) {
    this(vertx, timeout, allowPrivate, new PatientResolver(InetAddress::getAllByName));
  }

  /**
   * The same with another way to find a name's addresses.
   *
   * @param resolver asked once for each post
   */
  public Posting(Vertx vertx, Duration timeout, boolean allowPrivate, Target.Resolver resolver) {
    this.timeout = timeout;
    this.allowPrivate = allowPrivate;
    this.resolver = resolver;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(TO_CONNECT_MILLIS)
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAlive(false)
                .setVerifyHost(true));
  }

  /** What came back. */
  public sealed interface Reply {

    /**
     * A status; a redirect is one like any other.
     *
     * @param retryAfter what was asked for beside 429 and 503, at most a day
     */
    record Status(int status, @Nullable Duration retryAfter) implements Reply {

      /** Whether it is from 200 to 299. */
      public boolean ok() {
        return status >= 200 && status < 300;
      }
    }

    /**
     * None.
     *
     * @param code stable code of why: no-connection, no-trust, no-answer-in-time, broken-answer,
     *     stopped, or why the target was refused
     */
    record None(String code) implements Reply {}
  }

  /** Posts the body there. */
  public Reply post(String url, Map<String, String> headers, byte[] body) {
    return switch (Target.judge(url, allowPrivate, resolver)) {
      case Judged.Refused refused -> new Reply.None(refused.why().code());
      case Judged.Allowed allowed -> post(allowed, headers, body);
    };
  }

  private Reply post(Judged.Allowed to, Map<String, String> headers, byte[] body) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    client
        .request(options(headers, to))
        .onSuccess(
            request -> {
              // a body that drips in for ever holds nobody up, nor does one who hung up already
              reply.whenComplete((status, failed) -> request.reset());
              ask(request, body, reply);
            })
        .onFailure(reply::completeExceptionally);
    try {
      return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      reply.cancel(true);
      return new Reply.None("no-answer-in-time");
    } catch (ExecutionException failed) {
      return new Reply.None(code(failed.getCause()));
    } catch (InterruptedException stopped) {
      reply.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.None("stopped");
    }
  }

  private static void ask(HttpClientRequest request, byte[] body, CompletableFuture<Reply> reply) {
    request
        .response()
        .onSuccess(
            response -> {
              // what comes after the status is cut off on purpose, and is no error to anybody
              response.exceptionHandler(cut -> {});
              reply.complete(status(response));
            })
        .onFailure(reply::completeExceptionally);
    request.send(Buffer.buffer(body)).onFailure(reply::completeExceptionally);
  }

  private static RequestOptions options(Map<String, String> headers, Judged.Allowed to) {
    URI uri = to.uri();
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : https ? HTTPS_PORT : HTTP_PORT;
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(port, to.address().getHostAddress()))
            .setHost(uri.getHost())
            .setPort(port)
            .setSsl(https)
            .setMethod(HttpMethod.POST)
            .setFollowRedirects(false)
            .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
            .putHeader("User-Agent", "warm-handoff");
    headers.forEach(options::putHeader);
    return options;
  }

  private static Reply status(HttpClientResponse answer) {
    int status = answer.statusCode();
    boolean asks = status == TOO_MANY || status == UNAVAILABLE;
    return new Reply.Status(status, asks ? retryAfter(answer.getHeader("Retry-After")) : null);
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
