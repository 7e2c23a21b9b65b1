package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.notification.delivering.MailResource;
import org.warmhandoff.notification.delivering.TelephoneResource;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Pages on their way to a mailbox: a real mail server takes them, and a real client reads them. */
@QuarkusTest
@WithStack("notification-service")
@QuarkusTestResource(TelephoneResource.class)
@QuarkusTestResource(MailResource.class)
class MailTest {

  private static final String WORKER = "fswe-worker-1";
  private static final String MAILBOX =
      "{\"kind\":\"email\",\"verified\":true,\"address\":\"ash@example.org\","
          + "\"proof\":\"seen-in-person\"}";
  private static final List<String> NOT_SAID =
      List.of("police", "violence", "incident", "victim", "domestic", "officer", "abuse");

  private final Town town = new Town();
  private UUID help = new UUID(0, 0);

  private record Letter(String id, String subject, String body, String automatic) {}

  @BeforeEach
  void open() {
    town.put("v", town.program("v", "virtual", "worker-wanted", "hiatus-supervisor"))
        .statusCode(200);
  }

  @AfterEach
  void nobodyIsLeftCalledOn() {
    Browser supervisor = Town.browser("hiatus-supervisor", "en");
    supervisor.get("/direct/" + help);
    supervisor.post("/direct/" + help + "/stand-down", Map.of("reason", "mistake", "sure", "yes"));
  }

  private UUID paged(String... channels) {
    town.onDuty("v", WORKER);
    Town.administrator()
        .body("{\"channels\":[" + String.join(",", channels) + "]}")
        .put("/api/v1/staff/" + Tokens.staffIdOf(WORKER) + "/channels")
        .then()
        .statusCode(204);
    UUID incident = town.reportLive();
    town.wanted(incident, Help.VIRTUAL);
    help = Town.assignment(Town.told(incident, "worker-paged"));
    return incident;
  }

  private String states() {
    return Town.SQL
        .rows(
            "select notice || ' ' || kind || ' ' || state as said from delivery"
                + " where assignment = ? order by made_at, place",
            help)
        .stream()
        .map(row -> String.valueOf(row.get("said")))
        .reduce("", (all, one) -> all.isEmpty() ? one : all + ", " + one);
  }

  private static List<Letter> letters() throws MessagingException, IOException {
    Session session = Session.getInstance(new Properties());
    List<Letter> letters = new ArrayList<>();
    try (Store store = session.getStore("imap")) {
      store.connect(
          "127.0.0.1",
          Integer.parseInt(System.getProperty(MailResource.IMAP, "0")),
          "ash@example.org",
          "ash");
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        for (Message message : inbox.getMessages()) {
          letters.add(
              new Letter(
                  message.getHeader("Message-ID")[0],
                  message.getSubject(),
                  String.valueOf(message.getContent()).strip(),
                  message.getHeader("Auto-Submitted")[0]));
        }
      }
    }
    return letters;
  }

  @Test
  void aLetterSaysThatSomebodyIsNeededAndNothingOfAnybody() throws Exception {
    UUID incident = paged(MAILBOX);
    Town.eventually(() -> states().equals("page email sent"));
    String id =
        String.valueOf(
            Town.SQL
                .rows("select id from delivery where assignment = ?", help)
                .getFirst()
                .get("id"));
    Letter letter =
        letters().stream().filter(one -> one.id().contains(id)).findFirst().orElseThrow();
    assertEquals("<" + id + "@warm-handoff>", letter.id());
    assertEquals("Someone needs you", letter.subject());
    assertEquals("auto-generated", letter.automatic());
    assertTrue(
        letter
            .body()
            .matches("Someone needs you. Open: http://localhost:8080/notification/go/[0-9a-f]{32}"),
        letter.body());
    String said = (letter.subject() + letter.body()).toLowerCase(Locale.ROOT);
    NOT_SAID.forEach(word -> assertFalse(said.contains(word), word));
    assertFalse(said.contains(incident.toString()));
    assertEquals(
        0,
        Town.SQL.count(
            "select count(*) from staff_contact where position('ash@'::bytea in sealed) > 0"));
  }

  @Test
  void nobodyConfirmsALetterSoTheTelephoneRingsToo() {
    Telephone phone = Telephone.of(61);
    paged(MAILBOX, phone.as("sms"));
    Town.eventually(() -> states().equals("page email sent, page sms sent"));
    assertEquals(1, phone.received().size());
  }

  @Test
  void whatIsNoMailboxIsRefused() {
    Town.administrator()
        .body("{\"channels\":[" + MAILBOX.replace("ash@example.org", "a@b\\nBcc: c@d.org") + "]}")
        .put("/api/v1/staff/" + Tokens.staffIdOf(WORKER) + "/channels")
        .then()
        .statusCode(422);
  }
}
