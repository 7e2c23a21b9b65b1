package org.warmhandoff.local.telephones;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that was taken.
 *
 * @param id as the gateway names it
 * @param key the sender's own: a message that comes again under it is the same one
 * @param from whose number a reply goes to
 * @param answer what was said in reply, and what came back; null before that
 * @param receipt status of the answer to the receipt; 0 while none was given
 */
record Sent(
    String id,
    String key,
    Kind kind,
    Instant at,
    String from,
    String to,
    String words,
    int receipt,
    @Nullable Reply answer) {

  /** How it would arrive. */
  enum Kind {
    TEXT,
    CALL,
    LETTER
  }

  /** A reply, and what the service said to it. */
  record Reply(String said, String heard) {}

  private static final Pattern CODE = Pattern.compile("\\b(YES|OUI) ([0-9]{4})\\b");
  private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]{1,5}/\\S+");

  /** The two replies it asks for, yes first; empty where it asks for none. */
  Optional<String[]> replies() {
    Matcher code = CODE.matcher(words);
    if (kind != Kind.TEXT || !code.find()) {
      return Optional.empty();
    }
    String no = code.group(1).equals("OUI") ? "NON" : "NO";
    return Optional.of(
        new String[] {code.group(1) + " " + code.group(2), no + " " + code.group(2)});
  }

  /** The link it carries, to this machine. */
  Optional<String> link() {
    Matcher link = LINK.matcher(words);
    return link.find() ? Optional.of(link.group()) : Optional.empty();
  }

  Sent received(int status) {
    return new Sent(id, key, kind, at, from, to, words, status, answer);
  }

  Sent answered(Reply reply) {
    return new Sent(id, key, kind, at, from, to, words, receipt, reply);
  }
}
