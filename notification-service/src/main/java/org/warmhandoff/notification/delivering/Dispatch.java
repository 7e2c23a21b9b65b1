package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;

/** Hands a notice to the gateway of its channel. */
@ApplicationScoped
class Dispatch {

  private final PhoneGateway phone;
  private final MailGateway mail;

  Dispatch(PhoneGateway phone, MailGateway mail) {
    this.phone = phone;
    this.mail = mail;
  }

  Outcome send(Outgoing message) {
    return switch (message.kind()) {
      case "sms" -> phone.text(message);
      case "voice" -> phone.call(message);
      case "email" -> mail.write(message);
      default -> new Outcome.Never("no-gateway");
    };
  }
}
