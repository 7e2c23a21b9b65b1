package org.warmhandoff.local.telephones;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelephonesTest {

  private static final String MESSAGES = "/2010-04-01/Accounts/ACdemo/Messages.json";

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private HttpServer frontDoor;
  private Company company;
  private Telephones telephones;

  @BeforeEach
  void open() throws IOException {
    frontDoor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    frontDoor.createContext("/", this::hear);
    frontDoor.start();
    company = new Company("ACdemo", "open-sesame", URI.create(door()));
    telephones = Telephones.open(company, 0, 0, InstantSource.system());
  }

  @AfterEach
  void close() {
    telephones.close();
    frontDoor.stop(0);
  }

  private String door() {
    return "http://localhost:" + frontDoor.getAddress().getPort();
  }

  /** Takes what is signed as it should be, and answers as the service does. */
  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> form = Form.read(exchange.getRequestBody());
      String path = exchange.getRequestURI().getPath();
      String own = company.signature(URI.create(door() + path), form);
      boolean signed = own.equals(exchange.getRequestHeaders().getFirst("X-Twilio-Signature"));
      told.add(path + " " + signed + " " + form.getOrDefault("Body", form.get("MessageStatus")));
      byte[] answer =
          "<Response><Message>It is yours &amp; thanks</Message></Response>".getBytes(UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private HttpResponse<String> post(String path, String form, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + telephones.port() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> text(String key, String words, String callback) throws Exception {
    String basic = Base64.getEncoder().encodeToString("ACdemo:open-sesame".getBytes(UTF_8));
    return post(
        MESSAGES,
        "To=%2B15195550141&From=%2B15195550100&Body=" + words + "&StatusCallback=" + callback,
        "Authorization",
        "Basic " + basic,
        "Idempotency-Key",
        key);
  }

  private String page(String language) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + telephones.port() + "/"))
            .header("Accept-Language", language)
            .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void aTextMessageIsTakenOnceConfirmedAndAnswered() throws Exception {
    assertThat(page("en")).contains("Nothing yet.");
    String words = "Someone+needs+you.+Reply+YES+4821+or+NO+4821.";
    String callback = door() + "/receipts/7";
    HttpResponse<String> first = text("one", words, callback);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("/receipts/7 true delivered");
    assertThat(text("one", words, callback).body()).isEqualTo(first.body());
    assertThat(page("en").split("4821 or", -1)).as("shown once").hasSize(2);
    assertThat(page("fr")).contains("Message texte", "+15195550141");

    String id = first.body().replaceAll(".*\"sid\":\"([A-Za-z0-9]+)\".*", "$1");
    String reply = "id=" + id + "&said=YES+4821";
    assertThat(post("/replies", reply, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(post("/replies", reply, "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(303);
    assertThat(told.poll(10, TimeUnit.SECONDS))
        .isEqualTo("/notification/api/v1/telephone/replies true YES 4821");
    assertThat(page("en")).contains("It is yours &amp; thanks");
  }

  @Test
  void whoeverIsNotTheAccountAndWhatIsNoMessageIsRefused() throws Exception {
    assertThat(post(MESSAGES, "To=%2B15195550141&Body=hello").statusCode()).isEqualTo(401);
    assertThat(text("two", "", "").statusCode()).isEqualTo(400);
    assertThat(page("en")).contains("Nothing yet.");
  }

  @Test
  void nothingIsToldToAnotherAddressThanTheFrontDoors() throws Exception {
    text("three", "hello", "http://localhost:" + telephones.port() + "/replies");
    text("four", "hello", door() + "/receipts/8");
    assertThat(told.poll(10, TimeUnit.SECONDS)).startsWith("/receipts/8");
    assertThat(told).isEmpty();
  }

  @Test
  void aLetterIsShownToo() throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(telephones.smtpPort()));
    MimeMessage letter = new MimeMessage(Session.getInstance(properties));
    letter.setFrom(new InternetAddress("handoff@example.org"));
    letter.setRecipient(Message.RecipientType.TO, new InternetAddress("worker@example.org"));
    letter.setSubject("Someone needs you");
    letter.setText("Open: <http://localhost:8080/notification/go/abc>");
    CountDownLatch taken = new CountDownLatch(1);
    telephones.onLetter(taken::countDown);
    Transport.send(letter);
    assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(page("en"))
        .contains("worker@example.org", "Someone needs you", "&lt;http://localhost:8080");
  }
}
