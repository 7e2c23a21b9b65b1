package org.warmhandoff.incident.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.incident.WebhookDeliveries.Claimed;
import org.warmhandoff.outbound.PatientResolver;
import org.warmhandoff.outbound.Target;
import org.warmhandoff.outbound.WebhookSecret;

/** To which address a message goes, whatever its name answers the next time, and whom it trusts. */
class WebhookSenderTest {

  private static final String NAME = "cad.example.test";

  private final Vertx vertx = Vertx.vertx();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** The name leads here when it is judged, and anywhere else when it is asked for again. */
  @Test
  void itGoesToTheAddressThatWasJudgedAndTheNameIsAskedForOnce() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Target.Resolver rebinding =
        host -> {
          assertThat(host).isEqualTo(NAME);
          return new InetAddress[] {
            asked.incrementAndGet() == 1
                ? InetAddress.getLoopbackAddress()
                : InetAddress.getByName("192.0.2.1")
          };
        };
    HttpServer server = HttpServer.create(here(), 0);
    try {
      answer(server);
      Answer answer =
          sender(true, rebinding)
              .send(message("http://" + NAME + ":" + server.getAddress().getPort() + "/in?a=b"));
      assertThat(answer).isEqualTo(new Answer.Taken());
      assertThat(asked).hasValue(1);
      assertThat(heard).containsExactly(NAME + ":" + server.getAddress().getPort() + " /in?a=b");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aPrivateAddressIsNotKnockedAtAndTheMetadataServiceByNobody() throws Exception {
    HttpServer server = HttpServer.create(here(), 0);
    try {
      answer(server);
      String url = "https://" + NAME + ":" + server.getAddress().getPort() + "/";
      assertThat(sender(false, to("127.0.0.1")).send(message(url)))
          .isEqualTo(not("private-address"));
      assertThat(sender(true, to("169.254.169.254")).send(message(url)))
          .isEqualTo(not("private-address"));
      assertThat(sender(true, to("0.0.0.0")).send(message(url))).isEqualTo(not("private-address"));
      assertThat(heard).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aCertificateNobodyTrustsIsNoEndpoint(@TempDir Path folder) throws Exception {
    HttpsServer server = HttpsServer.create(here(), 0);
    try {
      server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
      answer(server);
      assertThat(
              sender(true, to("127.0.0.1"))
                  .send(message("https://" + NAME + ":" + server.getAddress().getPort() + "/")))
          .isEqualTo(not("no-trust"));
      assertThat(heard).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aNameThatNeverAnswersIsNotWaitedFor() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try {
      Target.Resolver hanging =
          new PatientResolver(
              host -> {
                try {
                  never.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                throw new UnknownHostException(host);
              });
      assertThat(sender(true, hanging).send(message("https://" + NAME + "/")))
          .isEqualTo(not("unknown-host"));
    } finally {
      never.countDown();
    }
  }

  @Test
  void whatHasNoSecretIsNotSent() {
    Outgoing unsigned =
        new Outgoing(message("https://" + NAME + "/").claimed(), "https://x/", List.of(), "{}");
    assertThat(sender(true, to("127.0.0.1")).send(unsigned)).isEqualTo(not("no-secret"));
  }

  private WebhookSender sender(boolean allowPrivate, Target.Resolver resolver) {
    return new WebhookSender(vertx, settings(allowPrivate), resolver);
  }

  private static Target.Resolver to(String address) {
    return host -> new InetAddress[] {InetAddress.getByName(address)};
  }

  private static Answer not(String code) {
    return new Answer.NotTaken(code, null);
  }

  private static InetSocketAddress here() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void answer(HttpServer server) {
    server.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  private static Outgoing message(String url) {
    Claimed claimed =
        new Claimed(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            1,
            1,
            false,
            false,
            "windsor",
            InstantSource.system().instant());
    return new Outgoing(claimed, url, List.of(WebhookSecret.random()), "{}");
  }

  private static WebhookSettings settings(boolean allowPrivate) {
    return new WebhookSettings() {
      @Override
      public boolean allowPrivate() {
        return allowPrivate;
      }

      @Override
      public Duration timeout() {
        return Duration.ofSeconds(10);
      }

      @Override
      public Duration secretGrace() {
        return Duration.ofHours(24);
      }
    };
  }

  /** A certificate for the very name, which no authority signed. */
  private static SSLContext selfSigned(Path folder) throws Exception {
    Path file = folder.resolve("own.p12");
    String secret = UUID.randomUUID().toString();
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "san=dns:" + NAME,
                "-keystore",
                file.toString(),
                "-storepass",
                secret)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, secret.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, secret.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
