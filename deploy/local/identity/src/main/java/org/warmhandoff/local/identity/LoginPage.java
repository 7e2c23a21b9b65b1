package org.warmhandoff.local.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** One button for each demo person, grouped by what they do. */
final class LoginPage {

  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
      .people { display: flex; flex-wrap: wrap; gap: .5rem; }
      button { font: inherit; min-height: 48px; padding: .5rem 1rem; border: 1px solid; border-radius: .5rem; cursor: pointer; text-align: start; }
      small { display: block; opacity: .8; }
      </style>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      <p>%s</p>
      %s
      </main>
      </body>
      </html>
      """;

  private static final String BUTTON =
      """
      <form method="post"><input type="hidden" name="username" value="%1$s">\
      <button id="login-%1$s">%2$s<small>%1$s%3$s</small></button></form>
      """;

  private final Directory directory;

  LoginPage(Directory directory) {
    this.directory = directory;
  }

  OAuth2HttpResponse show(OAuth2HttpRequest request) {
    Locale language = language(request.getHeaders().get("Accept-Language"));
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "messages/login",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String title = escaped(texts.getString("title"));
    String page =
        FRAME.formatted(
            language.toLanguageTag(),
            title,
            title,
            escaped(texts.getString("hint")),
            groups(texts));
    return new OAuth2HttpResponse(
        Headers.of(
            "Content-Type", "text/html; charset=utf-8",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'",
            "X-Content-Type-Options", "nosniff"),
        200,
        page,
        null);
  }

  private String groups(ResourceBundle texts) {
    Map<String, List<Directory.Account>> byRole =
        directory.people().stream()
            .collect(
                Collectors.groupingBy(
                    person -> person.roles().getLast(), LinkedHashMap::new, Collectors.toList()));
    return byRole.entrySet().stream()
        .map(
            group ->
                "<h2>%s</h2>\n<div class=\"people\">\n%s</div>\n"
                    .formatted(
                        escaped(texts.getString("role." + group.getKey())),
                        group.getValue().stream()
                            .map(LoginPage::button)
                            .collect(Collectors.joining())))
        .collect(Collectors.joining());
  }

  private static String button(Directory.Account person) {
    Object place = person.claims().get("police_service");
    if (place == null) {
      place = person.claims().get("agency");
    }
    return BUTTON.formatted(
        escaped(person.id()),
        escaped(person.name()),
        place == null ? "" : " · " + escaped(place.toString()));
  }

  private static Locale language(@Nullable String accepted) {
    if (accepted == null) {
      return Locale.ENGLISH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
