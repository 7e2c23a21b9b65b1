package org.warmhandoff.local.telephones;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The page's words, in the language the browser asks for: English or French. */
record Texts(Locale language, ResourceBundle words) {

  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);

  static Texts asked(@Nullable String acceptLanguage) {
    Locale language = choose(acceptLanguage);
    return new Texts(
        language,
        ResourceBundle.getBundle(
            "org.warmhandoff.local.telephones.texts",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  private static Locale choose(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Locale.ENGLISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return best == null ? Locale.ENGLISH : best;
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH; // a browser's odd header is no reason to refuse it a page
    }
  }

  /** A text, ready to stand in HTML. */
  String of(String key) {
    return escaped(words.getString(key));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
