package org.warmhandoff.eventing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.eventing.Head;

/**
 * What is in a record, readable or not. May hold anything: not to be shown or logged as it is.
 *
 * @param headers the last of each name
 * @param head null where the headers cannot be read
 * @param unreadable why it is no event of ours; null where it is one
 */
public record Content(
    Map<String, String> headers,
    byte @Nullable [] body,
    @Nullable Head head,
    @Nullable Event event,
    @Nullable String unreadable) {

  static Content of(Letter letter) {
    Map<String, String> headers = new LinkedHashMap<>();
    letter
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.key(), header.value() == null ? "" : new String(header.value(), UTF_8)));
    return switch (letter.open()) {
      case Arrival.Readable readable ->
          new Content(headers, letter.body(), readable.head(), readable.event(), null);
      case Arrival.Spoiled spoiled ->
          new Content(headers, letter.body(), spoiled.head(), null, spoiled.reason());
    };
  }

  static RecordHeaders headers(Map<String, String> named) {
    RecordHeaders headers = new RecordHeaders();
    named.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
    return headers;
  }
}
