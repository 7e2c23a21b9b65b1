package org.warmhandoff.bench.contestant;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** The headers each of ours has, for the peers to send as well. */
final class Wire {

  private Wire() {}

  static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Those that no column is needed for. */
  static void constant(Headers headers, String key) {
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_source", Sample.SOURCE);
    add(headers, "ce_partitionkey", key);
    add(headers, "ce_dataclassification", "pseudonymous");
    add(headers, "content-type", "application/json");
  }
}
