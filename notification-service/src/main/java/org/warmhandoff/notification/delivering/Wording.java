package org.warmhandoff.notification.delivering;

import java.net.URI;
import java.util.List;
import org.warmhandoff.notification.DeliveryReplies.Marks;
import org.warmhandoff.notification.NoticeLanguage;
import org.warmhandoff.notification.NoticeMessages;

/** The words of a notice, in the worker's language. */
final class Wording {

  private static final String LINK = "/notification/go/";

  private Wording() {}

  /** A code that shows whose the channel is. */
  static Outgoing.Words code(List<String> languages, String code) {
    NoticeMessages messages = NoticeLanguage.messages(languages);
    return new Outgoing.Words(
        tag(languages),
        messages.code_title(),
        messages.code_text(code),
        messages.code_said(String.join(", ", code.split("(?!^)", -1))),
        null);
  }

  private static String tag(List<String> languages) {
    return NoticeLanguage.french(languages) ? "fr-CA" : "en-CA";
  }

  /**
   * The words.
   *
   * @param notice page, stop, taken, told or alert
   * @param languages they work in, the first they said first
   */
  static Outgoing.Words of(String notice, List<String> languages, Marks marks, URI pages) {
    NoticeMessages messages = NoticeLanguage.messages(languages);
    String link = pages.resolve(LINK + marks.link()).toString();
    String code = marks.code();
    String page = code == null ? messages.page_text(link) : messages.page_text_code(link, code);
    String language = tag(languages);
    return switch (notice) {
      case "page" ->
          new Outgoing.Words(language, messages.page_title(), page, messages.page_said(), link);
      case "stop" ->
          new Outgoing.Words(
              language,
              messages.stop_title(),
              messages.stop_text(link),
              messages.stop_said(),
              link);
      case "taken" ->
          new Outgoing.Words(
              language, messages.taken_title(), messages.taken_text(), messages.taken_said(), null);
      default ->
          new Outgoing.Words(
              language,
              messages.supervisor_title(),
              messages.supervisor_text(link),
              messages.supervisor_said(),
              link);
    };
  }
}
