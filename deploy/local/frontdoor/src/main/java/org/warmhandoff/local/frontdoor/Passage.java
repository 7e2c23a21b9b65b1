package org.warmhandoff.local.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The way of a request to its service and of the answer back, streamed both ways. */
final class Passage {

  /** Told by us alone: what a client claims about how it came here is not believed. */
  private static final List<String> CLAIMED =
      List.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-prefix",
          "x-forwarded-proto",
          "x-forwarded-ssl",
          "x-real-ip");

  private final Settings settings;
  private final HttpClient client;
  private final Map<String, HttpProxy> proxies = new HashMap<>();

  Passage(Vertx vertx, Settings settings) {
    this.settings = settings;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setKeepAliveTimeout(20)
                .setMaxHeaderSize(settings.maxHeaderBytes())
                .setDecompressionSupported(false),
            // Event streams hold a connection each for as long as a page is open.
            new PoolOptions().setHttp1MaxSize(1_024).setMaxWaitQueueSize(1_024));
    settings.upstreams().forEach((name, address) -> proxies.put(name, proxyTo(name, address)));
  }

  SignOut signOut() {
    return new SignOut(client, Objects.requireNonNull(upstream("incident")));
  }

  @Nullable URI upstream(String name) {
    return settings.upstreams().get(name);
  }

  void through(HttpServerRequest request, String name) {
    HttpProxy proxy = proxies.get(name);
    if (proxy == null) {
      Refusal.unknownAddress().send(request);
    } else if (declaredLength(request) > settings.maxBodyBytes()) {
      Refusal.tooLarge(settings.maxBodyBytes()).send(request);
    } else {
      proxy.handle(request);
    }
  }

  private HttpProxy proxyTo(String name, URI address) {
    int port = address.getPort() < 0 ? 80 : address.getPort();
    RequestOptions target =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(port, address.getHost()))
            .setConnectTimeout(settings.connectTimeout().toMillis())
            .setIdleTimeout(settings.idleTimeout().toMillis());
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(context -> connect(context, target))
        .addInterceptor(new Crossing(name));
  }

  private static Future<HttpClientRequest> connect(ProxyContext context, RequestOptions target) {
    return context
        .client()
        .request(new RequestOptions(target))
        .recover(unreached -> Future.failedFuture(new Unreached(unreached)));
  }

  /** The port the browser believes it speaks to. */
  static int portOf(HttpServerRequest request) {
    var authority = request.authority();
    int said = authority == null ? -1 : authority.port();
    return said > 0 ? said : request.isSSL() ? 443 : 80;
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("content-length");
    return length == null ? -1 : Long.parseLong(length);
  }

  /** Marks the request with how it came, limits its body, and turns failures into calm answers. */
  private final class Crossing implements ProxyInterceptor {

    private final String name;

    Crossing(String name) {
      this.name = name;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      ProxyRequest request = context.request();
      HttpServerRequest original = request.proxiedRequest();
      mark(request, original);
      LimitedStream limited = limit(request);
      return context
          .sendRequest()
          .recover(
              failure ->
                  Future.succeededFuture(
                      refusal(limited, failure).fill(request.release().response(), original)));
    }

    private void mark(ProxyRequest request, HttpServerRequest original) {
      CLAIMED.forEach(request.headers()::remove);
      var authority = original.authority();
      if (authority != null) {
        // The identity provider's issuer and every redirect follow Host: it stays the browser's.
        request.setAuthority(authority);
        request.putHeader("x-forwarded-host", authority.toString());
        request.putHeader("x-forwarded-port", Integer.toString(portOf(original)));
      }
      request.putHeader("x-forwarded-proto", original.isSSL() ? "https" : "http");
      request.putHeader("x-forwarded-for", original.remoteAddress().hostAddress());
    }

    private @Nullable LimitedStream limit(ProxyRequest request) {
      Body body = request.getBody();
      if (body == null || body.length() >= 0) {
        return null; // a declared length was checked at the door and is held to by HTTP itself
      }
      LimitedStream limited = new LimitedStream(body.stream(), settings.maxBodyBytes());
      request.setBody(Body.body(limited, body.length(), body.mediaType()));
      return limited;
    }

    private Refusal refusal(@Nullable LimitedStream limited, Throwable failure) {
      if (limited != null && limited.exceeded()) {
        return Refusal.tooLarge(settings.maxBodyBytes());
      }
      return switch (failure) {
        case Unreached unreached -> Refusal.notReached(name);
        case ConnectException refused -> Refusal.notReached(name);
        case UnknownHostException unknown -> Refusal.notReached(name);
        case TimeoutException late -> Refusal.silent(name, settings.idleTimeout());
        default -> Refusal.brokenOff(name);
      };
    }
  }

  /** No connection was made, so the service has seen nothing of the request. */
  private static final class Unreached extends Exception {
    private static final long serialVersionUID = 1L;

    Unreached(Throwable cause) {
      super(cause);
    }
  }
}
