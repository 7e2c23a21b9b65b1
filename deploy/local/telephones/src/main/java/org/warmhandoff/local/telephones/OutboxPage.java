package org.warmhandoff.local.telephones;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.warmhandoff.local.telephones.Texts.escaped;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went out, the latest first, with the replies it asks for as buttons. Only a page of this
 * machine may press them: a form of another site is refused.
 */
final class OutboxPage implements HttpHandler {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ground:#fff;--ink:#1b1f24;--soft:#565e68;--line:#d5dae0;--link:#0b57a4}
      @media(prefers-color-scheme:dark){:root{--ground:#14171b;--ink:#e8ebee;--soft:#a5aeb8;--line:#343b44;--link:#8cc2ff}}
      body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
      main{max-width:44rem;margin:0 auto;padding:1.5rem 1rem}
      h1{font-size:1.6rem;line-height:1.2}
      p.hint{color:var(--soft)}
      a{color:var(--link);display:inline-block;min-height:48px;line-height:48px}
      ul{list-style:none;padding:0;margin:1.5rem 0}
      li{border:1px solid var(--line);border-radius:.75rem;padding:.75rem 1rem;margin:0 0 1rem}
      li p{margin:.25rem 0;white-space:pre-line;overflow-wrap:anywhere}
      button{font:inherit;min-height:48px;padding:.5rem 1rem;margin:.25rem .5rem .25rem 0;border:1px solid;border-radius:.5rem;background:none;color:var(--link);cursor:pointer}
      a:focus-visible,button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
      """;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>%s</title>
      <link rel="icon" href="data:,">
      <style>%s</style>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      <p class="hint">%s</p>
      %s
      </main>
      </body>
      </html>
      """;

  private static final String BUTTON =
      """
      <form method="post" action="/replies"><input type="hidden" name="id" value="%s">\
      <button name="said" value="%s">%s</button><button name="said" value="%s">%s</button></form>
      """;

  private final Company company;
  private final Outbox outbox;

  OutboxPage(Company company, Outbox outbox) {
    this.company = company;
    this.outbox = outbox;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (!here(exchange)) {
        plain(exchange, 403, "from this machine only");
      } else if (asked.equals("GET /")) {
        show(exchange);
      } else if (asked.equals("POST /replies")) {
        reply(exchange);
      } else {
        plain(exchange, 404, "nothing here");
      }
    }
  }

  /** A name that somebody else's domain resolves to this machine is not this machine's. */
  private static boolean here(HttpExchange exchange) {
    String host = header(exchange, "Host");
    String site = header(exchange, "Sec-Fetch-Site");
    boolean post = exchange.getRequestMethod().equals("POST");
    return host != null
        && HERE.contains(host.split(":", 2)[0])
        && (!post || site == null || OWN.contains(site));
  }

  private void show(HttpExchange exchange) throws IOException {
    Texts texts = Texts.asked(header(exchange, "Accept-Language"));
    List<Sent> latest = outbox.latest();
    StringBuilder body = new StringBuilder();
    if (latest.isEmpty()) {
      body.append("<p>").append(texts.of("none")).append("</p>");
    } else {
      body.append("<ul>\n");
      latest.forEach(sent -> body.append(card(sent, texts)));
      body.append("</ul>");
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("Refresh", "5");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; img-src data:; style-src 'sha256-"
            + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    String title = texts.of("title");
    String page =
        PAGE.formatted(
            texts.language().toLanguageTag(), title, STYLE, title, texts.of("lead"), body);
    send(exchange, 200, page);
  }

  private static String card(Sent sent, Texts texts) {
    StringBuilder card = new StringBuilder("<li>");
    String head =
        texts.of("kind." + sent.kind().name())
            + " · "
            + escaped(sent.to())
            + " · "
            + CLOCK.format(sent.at().atZone(ZoneId.systemDefault()))
            + (sent.receipt() == 204 || sent.receipt() == 200 ? " · " + texts.of("confirmed") : "");
    card.append("<p class=\"hint\">").append(head).append("</p>\n");
    card.append("<p>").append(escaped(sent.words())).append("</p>\n");
    sent.link()
        .ifPresent(
            link ->
                card.append(
                    "<p><a href=\"%s\">%s</a></p>\n".formatted(escaped(link), texts.of("open"))));
    Sent.Reply answer = sent.answer();
    if (answer != null) {
      card.append("<p><strong>%s</strong></p>\n".formatted(escaped(answer.said())));
      card.append(
          "<p>%s</p>\n"
              .formatted(answer.heard().isEmpty() ? texts.of("silence") : escaped(answer.heard())));
    }
    Optional<String[]> replies = sent.replies();
    replies.ifPresent(
        said ->
            card.append(BUTTON.formatted(escaped(sent.id()), said[0], said[0], said[1], said[1])));
    return card.append("</li>\n").toString();
  }

  private void reply(HttpExchange exchange) throws IOException {
    Map<String, String> form = Form.read(exchange.getRequestBody());
    Optional<Sent> found = outbox.find(form.getOrDefault("id", ""));
    String said = form.getOrDefault("said", "");
    if (found.isEmpty() || said.isBlank()) {
      plain(exchange, 404, "no such message");
      return;
    }
    String heard;
    try {
      heard = company.reply(found.get(), said);
    } catch (IOException down) {
      plain(exchange, 502, "the service does not answer; nothing was lost, try again");
      return;
    }
    outbox.change(found.get().key(), sent -> sent.answered(new Sent.Reply(said, heard)));
    exchange.getResponseHeaders().set("Location", "/");
    exchange.sendResponseHeaders(303, -1);
  }

  private static @Nullable String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private static void plain(HttpExchange exchange, int status, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    send(exchange, status, text + "\n");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
