package org.warmhandoff.incident.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.warmhandoff.outbound.Posting;
import org.warmhandoff.outbound.Posting.Reply;
import org.warmhandoff.outbound.Target;
import org.warmhandoff.outbound.WebhookSecret;

/** Sends one message, outside of any transaction. */
@ApplicationScoped
class WebhookSender {

  private static final int GONE = 410;

  private final Posting posting;

  @Inject
  WebhookSender(Vertx vertx, WebhookSettings settings) {
    this.posting = new Posting(vertx, settings.timeout(), settings.allowPrivate());
  }

  WebhookSender(Vertx vertx, WebhookSettings settings, Target.Resolver resolver) {
    this.posting = new Posting(vertx, settings.timeout(), settings.allowPrivate(), resolver);
  }

  Answer send(Outgoing message) {
    if (message.secrets().isEmpty()) {
      return new Answer.NotTaken("no-secret", null);
    }
    Reply reply =
        posting.post(
            message.url(),
            WebhookSecret.headers(
                message.secrets(), message.id(), message.sentAt(), message.body()),
            message.body().getBytes(UTF_8));
    return switch (reply) {
      case Reply.Status status when status.ok() -> new Answer.Taken();
      case Reply.Status status when status.status() == GONE -> new Answer.Gone();
      case Reply.Status status ->
          new Answer.NotTaken("status-" + status.status(), status.retryAfter());
      case Reply.None none -> new Answer.NotTaken(none.code(), null);
    };
  }
}
