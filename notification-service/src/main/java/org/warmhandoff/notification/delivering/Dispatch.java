package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;

/** Hands a notice to the gateway of its channel. */
@ApplicationScoped
class Dispatch {

  private final PhoneGateway phone;
  private final MailGateway mail;
  private final PushGateway push;
  private final WebhookGateway webhook;

  Dispatch(PhoneGateway phone, MailGateway mail, PushGateway push, WebhookGateway webhook) {
    this.phone = phone;
    this.mail = mail;
    this.push = push;
    this.webhook = webhook;
  }

  Outcome send(Outgoing message) {
    return switch (message.kind()) {
      case "sms" -> phone.text(message);
      case "voice" -> phone.call(message);
      case "email" -> mail.write(message);
      case "push" -> push.push(message);
      case "webhook" -> webhook.post(message);
      default -> new Outcome.Never("no-gateway");
    };
  }
}
