package org.warmhandoff.local.frontdoor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The frame of the few pages the front door has itself: no script, nothing from outside. */
final class Pages {

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--soft:#565e68;--line:#d5dae0;--link:#0b57a4}
      @media(prefers-color-scheme:dark){:root{--ground:#14171b;--ink:#e8ebee;--soft:#a5aeb8;--line:#343b44;--link:#8cc2ff}}
      body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
      main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem}
      h1{font-size:1.6rem;line-height:1.2}
      p.hint,dd{color:var(--soft)}
      a{color:var(--link)}
      ul{list-style:none;padding:0;margin:1.5rem 0;border-top:1px solid var(--line)}
      li{border-bottom:1px solid var(--line)}
      li a{display:block;min-height:48px;padding:.75rem 0;box-sizing:border-box;text-decoration:none}
      li a strong{text-decoration:underline}
      li span{display:block;color:var(--soft)}
      dt{font-weight:600;margin-top:1rem}
      dd{margin:0}
      .wide,pre{overflow-x:auto}
      pre{font-size:1rem}
      code{overflow-wrap:anywhere}
      th code{white-space:nowrap}
      table{border-collapse:collapse;width:100%}
      th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
      th span{display:block;color:var(--soft);font-weight:400}
      summary{min-height:48px;line-height:48px}
      a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
      """;

  /** Nothing may load but the one style block, known by its hash; the one form is to sign out. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private Pages() {}

  static String page(Texts texts, String title, String body) {
    return """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(texts.tag(), escaped(title), STYLE, escaped(title), body);
  }

  static String message(Texts texts, String title, String happened, String kept, String next) {
    String body =
        """
        <dl>
        <dt>%s</dt><dd>%s</dd>
        <dt>%s</dt><dd>%s</dd>
        <dt>%s</dt><dd>%s</dd>
        </dl>
        <p><a href="/">%s</a></p>"""
            .formatted(
                escaped(texts.get("happened")),
                escaped(happened),
                escaped(texts.get("kept")),
                escaped(kept),
                escaped(texts.get("next")),
                escaped(next),
                escaped(texts.get("to-start")));
    return page(texts, title, body);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
