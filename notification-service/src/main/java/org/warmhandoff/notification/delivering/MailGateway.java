package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.warmhandoff.notification.DeliverySettings;

/**
 * Letters through a mail server. What it refuses for now (4xx, RFC 5321 4.2.1) is tried again, what
 * it refuses for good is not. A letter sent again has the same Message-ID, so that one is shown.
 */
@ApplicationScoped
class MailGateway {

  private static final int FOR_GOOD = 500;

  private final DeliverySettings settings;
  private final InstantSource clock;

  MailGateway(DeliverySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  Outcome write(Outgoing message) {
    DeliverySettings.Mail mail = settings.mail();
    if (mail.host().isEmpty() || mail.from().isEmpty()) {
      return new Outcome.Never("no-gateway");
    }
    Session session = Session.getInstance(properties(mail));
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage letter = letter(session, message, mail.from().get());
      transport.connect(
          mail.host().get(), mail.port(), mail.user().orElse(null), mail.secret().orElse(null));
      transport.sendMessage(letter, letter.getAllRecipients());
      return new Outcome.Sent(null);
    } catch (AuthenticationFailedException closed) {
      // somebody has to look at the settings; until then the next channel is tried
      return new Outcome.Later("not-let-in", null);
    } catch (SendFailedException refused) {
      int status = status(refused);
      String code = "status-" + status;
      return status >= FOR_GOOD ? new Outcome.Never(code) : new Outcome.Later(code, null);
    } catch (MessagingException broken) {
      return new Outcome.Later("no-connection", null);
    }
  }

  private Properties properties(DeliverySettings.Mail mail) {
    String millis = String.valueOf(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", String.valueOf(mail.user().isPresent()));
    properties.put("mail.smtp.starttls.enable", String.valueOf(mail.encrypted()));
    properties.put("mail.smtp.starttls.required", String.valueOf(mail.encrypted()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  private MimeMessage letter(Session session, Outgoing message, String from)
      throws MessagingException {
    String id = "<" + message.id() + "@warm-handoff>";
    MimeMessage letter =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    String utf8 = StandardCharsets.UTF_8.name();
    letter.setFrom(new InternetAddress(from, true));
    letter.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to(), true));
    letter.setSubject(message.words().title(), utf8);
    letter.setText(message.words().written(), utf8);
    letter.setContentLanguage(new String[] {message.words().language()});
    // nobody's out-of-office answers it (RFC 3834)
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setSentDate(Date.from(clock.instant()));
    letter.saveChanges();
    return letter;
  }

  /** What the server said of the sender, the recipient or the letter, the first that was no. */
  private static int status(SendFailedException refused) {
    Exception next = refused;
    int found = 0;
    while (next instanceof MessagingException one) {
      int status =
          switch (one) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException letter -> letter.getReturnCode();
            default -> 0;
          };
      found = status > found ? status : found;
      next = one.getNextException();
    }
    return found;
  }
}
