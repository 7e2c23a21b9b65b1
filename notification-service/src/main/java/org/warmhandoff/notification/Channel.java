package org.warmhandoff.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/**
 * A way to reach a member of staff. Only verified ones are used: a page to a number nobody proved
 * to be theirs may ring in the wrong kitchen. Another kind of channel is another record here, and
 * the compiler names every place that has to deliver it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Channel.InApp.class, name = "in-app"),
  @JsonSubTypes.Type(value = Channel.Sms.class, name = "sms"),
  @JsonSubTypes.Type(value = Channel.Voice.class, name = "voice"),
  @JsonSubTypes.Type(value = Channel.Mail.class, name = "email"),
  @JsonSubTypes.Type(value = Channel.Push.class, name = "push"),
  @JsonSubTypes.Type(value = Channel.Webhook.class, name = "webhook")
})
public sealed interface Channel {

  boolean verified();

  /** The duty page and API: it is delivered by being committed, since the page reads it there. */
  record InApp(boolean verified) implements Channel {}

  /** One that somebody else delivers to; its address is kept sealed, under this id. */
  sealed interface Outside extends Channel {
    UUID id();
  }

  /** A text message to a telephone. */
  record Sms(UUID id, boolean verified) implements Outside {}

  /** A call to a telephone that says the notice. */
  record Voice(UUID id, boolean verified) implements Outside {}

  /** A letter to a mailbox. */
  record Mail(UUID id, boolean verified) implements Outside {}

  /** A notice on a device of theirs, through its browser's push service. */
  record Push(UUID id, boolean verified) implements Outside {}

  /** A signed message to a system of their agency's, which calls them in its own way. */
  record Webhook(UUID id, boolean verified) implements Outside {}

  /** One outside the app, by what its kind is called. */
  static Outside outside(String kind, UUID id, boolean verified) {
    return switch (kind) {
      case "sms" -> new Sms(id, verified);
      case "voice" -> new Voice(id, verified);
      case "email" -> new Mail(id, verified);
      case "push" -> new Push(id, verified);
      case "webhook" -> new Webhook(id, verified);
      default -> throw new IllegalArgumentException("no such kind of channel");
    };
  }

  /** What it is called where it is stored, counted and put. */
  static String kind(Channel channel) {
    return switch (channel) {
      case InApp app -> "in-app";
      case Sms sms -> "sms";
      case Voice voice -> "voice";
      case Mail mail -> "email";
      case Push push -> "push";
      case Webhook webhook -> "webhook";
    };
  }
}
