package org.warmhandoff.eventing.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.Message;
import org.warmhandoff.eventing.wire.Unreadable;

/**
 * What a record says of itself, as far as it can be read; null where it cannot. Mended it must say
 * the same: what comes again as another event has its effect twice, or another's effect.
 */
record Said(
    @Nullable UUID id,
    @Nullable String source,
    @Nullable String type,
    @Nullable UUID subject,
    @Nullable Long version,
    @Nullable Mode mode) {

  private static final Said NOTHING = new Said(null, null, null, null, null, null);

  static Said by(Letter letter) {
    Head head = Arrival.headOf(letter.open());
    if (head != null) {
      // Read as a whole, what is absent has a meaning: no version, live.
      return by(head);
    }
    try {
      return inPieces(Message.ofKafka(letter.headers(), letter.body()).attributes(), letter.key());
    } catch (Unreadable e) {
      return NOTHING;
    }
  }

  private static Said by(Head head) {
    return new Said(
        head.id(), head.source(), head.type(), head.subject(), head.version(), head.mode());
  }

  private static Said inPieces(Map<String, String> attributes, @Nullable String key) {
    return new Said(
        uuid(attributes.get("id")),
        text(attributes.get("source")),
        text(attributes.get("type")),
        uuid(attributes.getOrDefault("subject", key == null ? "" : key)),
        version(attributes.get("aggregateversion")),
        mode(attributes.get("mode")));
  }

  /** The header in which another event shows; empty where it may be the same. */
  Optional<String> deniedBy(Head mended) {
    Said after = by(mended);
    return Stream.of(
            new Attribute("ce_id", id, after.id),
            new Attribute("ce_source", source, after.source),
            new Attribute("ce_type", type, after.type),
            new Attribute("ce_subject", subject, after.subject),
            new Attribute("ce_aggregateversion", version, after.version),
            new Attribute("ce_mode", mode, after.mode))
        .filter(Attribute::isAnother)
        .map(Attribute::header)
        .findFirst();
  }

  private record Attribute(String header, @Nullable Object before, @Nullable Object after) {
    boolean isAnother() {
      return before != null && !before.equals(after);
    }
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() || !Letter.fits(text) ? null : text;
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Long version(@Nullable String text) {
    try {
      return text == null || Long.parseLong(text) < 0 ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Mode mode(@Nullable String text) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElse(null);
  }
}
