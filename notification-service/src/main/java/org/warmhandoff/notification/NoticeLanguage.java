package org.warmhandoff.notification;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;

/** The language a notice is written in: the first of a worker's own that there are words in. */
public final class NoticeLanguage {

  private NoticeLanguage() {}

  /** The words in it. */
  public static NoticeMessages messages(List<String> languages) {
    return MessageBundles.get(
        NoticeMessages.class, Localized.Literal.of(french(languages) ? "fr" : "en"));
  }

  /**
   * Whether it is French; else it is English.
   *
   * @param languages BCP 47, the first they said first
   */
  public static boolean french(List<String> languages) {
    return languages.stream()
        .map(tag -> tag.split("-", 2)[0])
        .filter(tag -> tag.equals("fr") || tag.equals("en"))
        .findFirst()
        .filter("fr"::equals)
        .isPresent();
  }
}
