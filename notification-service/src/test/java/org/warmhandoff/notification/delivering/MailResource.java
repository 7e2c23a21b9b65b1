package org.warmhandoff.notification.delivering;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A mail server on a real socket. Public because Quarkus creates it. */
public final class MailResource implements QuarkusTestResourceLifecycleManager {

  private static final String ADDRESS = "127.0.0.1";

  /** Where its letters are read, by the tests' own class loader. */
  public static final String IMAP = "handoff.test.imap";

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, ADDRESS, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, ADDRESS, ServerSetup.PROTOCOL_IMAP)
          });

  @Override
  public Map<String, String> start() {
    server.setUser("routing", "open-sesame");
    server.setUser("ash@example.org", "ash");
    server.start();
    System.setProperty(IMAP, String.valueOf(server.getImap().getPort()));
    return Map.of(
        "handoff.delivery.mail.host", ADDRESS,
        "handoff.delivery.mail.port", String.valueOf(server.getSmtp().getPort()),
        "handoff.delivery.mail.user", "routing",
        "handoff.delivery.mail.secret", "open-sesame",
        "handoff.delivery.mail.from", "notices@example.org",
        "handoff.delivery.mail.encrypted", "false",
        "handoff.delivery.confirm-within", "PT3S");
  }

  @Override
  public void stop() {
    server.stop();
  }
}
