package org.warmhandoff.notification.delivering;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.net.URI;
import java.util.List;
import org.warmhandoff.notification.NotificationMessages;

/** The words of a notice, in the worker's language. */
final class Wording {

  private static final String DUTY = "/notification/duty";

  private Wording() {}

  /**
   * The words.
   *
   * @param notice page or stop
   * @param languages they work in, the first they said first
   */
  static Outgoing.Words of(String notice, List<String> languages, URI pages) {
    boolean french =
        languages.stream()
            .map(tag -> tag.split("-", 2)[0])
            .filter(tag -> tag.equals("fr") || tag.equals("en"))
            .findFirst()
            .filter("fr"::equals)
            .isPresent();
    NotificationMessages messages =
        MessageBundles.get(NotificationMessages.class, Localized.Literal.of(french ? "fr" : "en"));
    String link = pages.resolve(DUTY).toString();
    boolean stop = notice.equals("stop");
    return new Outgoing.Words(
        french ? "fr-CA" : "en-CA",
        stop ? messages.stop_text(link) : messages.page_text(link),
        stop ? messages.stop_said() : messages.page_said());
  }
}
