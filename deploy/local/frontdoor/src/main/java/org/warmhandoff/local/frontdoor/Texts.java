package org.warmhandoff.local.frontdoor;

import io.vertx.core.http.HttpServerRequest;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The page texts in the language the browser asks for: English or French. */
final class Texts {

  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);
  private static final ResourceBundle.Control AS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final ResourceBundle bundle;

  private Texts(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle("org.warmhandoff.local.frontdoor.texts", language, AS_ASKED);
  }

  static Texts askedBy(HttpServerRequest request) {
    return new Texts(choose(request.getHeader("accept-language")));
  }

  static Texts english() {
    return new Texts(Locale.ENGLISH);
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

  String tag() {
    return language.toLanguageTag();
  }

  String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
  }
}
