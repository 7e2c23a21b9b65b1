package org.warmhandoff.notification.delivering;

import java.net.URI;
import java.util.List;
import org.warmhandoff.notification.DeliveryReplies.Marks;
import org.warmhandoff.notification.NoticeLanguage;
import org.warmhandoff.notification.NotificationMessages;

/** The words of a notice, in the worker's language. */
final class Wording {

  private static final String LINK = "/notification/go/";

  private Wording() {}

  /**
   * The words.
   *
   * @param notice page or stop
   * @param languages they work in, the first they said first
   */
  static Outgoing.Words of(String notice, List<String> languages, Marks marks, URI pages) {
    NotificationMessages messages = NoticeLanguage.messages(languages);
    String link = pages.resolve(LINK + marks.link()).toString();
    boolean stop = notice.equals("stop");
    String code = marks.code();
    String page = code == null ? messages.page_text(link) : messages.page_text_code(link, code);
    return new Outgoing.Words(
        NoticeLanguage.french(languages) ? "fr-CA" : "en-CA",
        stop ? messages.stop_title() : messages.page_title(),
        stop ? messages.stop_text(link) : page,
        stop ? messages.stop_said() : messages.page_said());
  }
}
