package org.warmhandoff.notification.delivering;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.warmhandoff.notification.AgencySystem;
import org.warmhandoff.outbound.WebhookSecret;

/**
 * Notices to an agency's own system, signed as Standard Webhooks 1.0 has it. The id is the same at
 * every attempt. It says no more than a text message does: that somebody is needed, and where to
 * look.
 */
@ApplicationScoped
class WebhookGateway {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Posts posts;

  WebhookGateway(Posts posts) {
    this.posts = posts;
  }

  Outcome post(Outgoing message) {
    AgencySystem system = AgencySystem.read(message.to());
    String id = "msg_" + message.id().toString().replace("-", "");
    // real time, since its receiver compares it with a clock of its own
    Instant sentAt = message.at();
    String body = body(message, sentAt);
    return posts.post(
        system.url(),
        WebhookSecret.headers(List.of(system.secret()), id, sentAt, body),
        body.getBytes(UTF_8));
  }

  private static String body(Outgoing message, Instant sentAt) {
    ObjectNode body = JSON.createObjectNode();
    body.put("type", "notice." + message.notice());
    body.put("timestamp", sentAt.toString());
    ObjectNode data = body.putObject("data");
    data.put("notice", message.id().toString());
    data.put("language", message.words().language());
    data.put("title", message.words().title());
    data.put("text", message.words().written());
    if (message.words().link() != null) {
      data.put("link", message.words().link());
    }
    return body.toString();
  }
}
