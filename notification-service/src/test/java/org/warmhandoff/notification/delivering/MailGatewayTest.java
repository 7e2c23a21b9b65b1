package org.warmhandoff.notification.delivering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.notification.DeliverySettings;

/** What a mail server says no to: for now or for good, and nothing in the clear. */
class MailGatewayTest {

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new HashMap<>();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        talk(client);
      } catch (IOException ended) {
        // the next one, or none
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
    out.print("220 ready\r\n");
    out.flush();
    boolean letter = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (letter && !line.equals(".")) {
        continue;
      }
      String verb = letter ? "." : line.split("[ :]", 2)[0];
      letter = verb.equals("DATA") && !answers.containsKey("DATA");
      String usual = verb.equals("DATA") ? "354 go on" : "250 ok";
      out.print(answers.getOrDefault(verb, usual) + "\r\n");
      out.flush();
    }
  }

  private Outcome write(boolean encrypted) {
    Map<String, String> given =
        Map.of(
            "handoff.delivery.mail.host", "127.0.0.1",
            "handoff.delivery.mail.port", String.valueOf(server.getLocalPort()),
            "handoff.delivery.mail.from", "notices@example.org",
            "handoff.delivery.mail.encrypted", String.valueOf(encrypted),
            "handoff.delivery.timeout", "PT2S");
    DeliverySettings settings =
        new SmallRyeConfigBuilder()
            .withMapping(DeliverySettings.class)
            .withSources(new PropertiesConfigSource(given, "test", 100))
            .build()
            .getConfigMapping(DeliverySettings.class);
    return new MailGateway(settings, InstantSource.system())
        .write(
            new Outgoing(
                UUID.randomUUID(),
                Instant.EPOCH,
                "page",
                "email",
                "ash@example.org",
                new Outgoing.Words("fr-CA", "Quelqu'un a besoin de vous", "Ouvrez : x", "", null)));
  }

  @Test
  void whatIsTakenIsSent() {
    assertEquals(new Outcome.Sent(null), write(false));
    assertTrue(heard.contains("RCPT TO:<ash@example.org>"), heard.toString());
    assertTrue(heard.contains("Content-Language: fr-CA"), heard.toString());
  }

  @Test
  void aMailboxThatIsNotThereIsTriedNoMore() {
    answers.put("RCPT", "550 no such mailbox");
    assertEquals(new Outcome.Never("status-550"), write(false));
  }

  @Test
  void aMailboxThatIsBusyAndAServerThatIsFullAreTriedAgain() {
    answers.put("RCPT", "450 busy");
    assertEquals(new Outcome.Later("status-450", null), write(false));
    answers.clear();
    answers.put(".", "452 full");
    assertEquals(new Outcome.Later("status-452", null), write(false));
  }

  @Test
  void whereTheServerDoesNotEncryptNothingIsSaidOfAnybody() {
    assertEquals(new Outcome.Later("no-connection", null), write(true));
    assertFalse(heard.stream().anyMatch(line -> line.contains("ash@example.org")));
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws IOException {
    server.close();
    assertEquals(new Outcome.Later("no-connection", null), write(false));
  }
}
