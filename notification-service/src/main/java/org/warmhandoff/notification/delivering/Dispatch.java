package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;

/** Hands a notice to the gateway of its channel. */
@ApplicationScoped
class Dispatch {

  private final PhoneGateway phone;

  Dispatch(PhoneGateway phone) {
    this.phone = phone;
  }

  Outcome send(Outgoing message) {
    return switch (message.kind()) {
      case "sms" -> phone.text(message);
      case "voice" -> phone.call(message);
      default -> new Outcome.Never("no-gateway");
    };
  }
}
