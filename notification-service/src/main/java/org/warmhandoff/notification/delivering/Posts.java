package org.warmhandoff.notification.delivering;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.outbound.Posting;
import org.warmhandoff.outbound.Posting.Reply;

/** Posts notices to addresses that somebody outside has named. */
@ApplicationScoped
class Posts {

  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVERS_FAULT = 500;

  private final Posting posting;

  Posts(Vertx vertx, DeliverySettings settings) {
    this.posting = new Posting(vertx, settings.timeout(), settings.allowPrivate());
  }

  /** Posts it; where there is nobody any more (404, 410) the channel is gone. */
  Outcome post(String url, Map<String, String> headers, byte[] body) {
    return switch (posting.post(url, headers, body)) {
      case Reply.None none -> new Outcome.Later(none.code(), null);
      case Reply.Status status when status.ok() -> new Outcome.Sent(null);
      case Reply.Status(int status, var after) when status == GONE || status == NOT_FOUND ->
          new Outcome.Gone();
      case Reply.Status(int status, var after)
          when status >= SERVERS_FAULT || status == TOO_MANY || status == REQUEST_TIMEOUT ->
          new Outcome.Later("status-" + status, after);
      case Reply.Status(int status, var after) -> new Outcome.Never("status-" + status);
    };
  }
}
