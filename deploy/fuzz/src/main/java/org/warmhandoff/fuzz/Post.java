package org.warmhandoff.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A post as one input: lines of headers, an empty line, the body. An input without an empty line is
 * a body alone.
 */
record Post(Map<String, String> headers, byte[] body) {

  static Post of(byte[] input) {
    int end = 0;
    while (end + 1 < input.length && !(input[end] == '\n' && input[end + 1] == '\n')) {
      end++;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (end + 1 >= input.length) {
      return new Post(headers, input);
    }
    String lines = new String(input, 0, end, StandardCharsets.ISO_8859_1);
    for (String line : lines.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return new Post(headers, Arrays.copyOfRange(input, end + 2, input.length));
  }

  /** The same with a header that stands whatever the input says. */
  Post with(String name, String value) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.put(name, value);
    return new Post(all, body);
  }

  /** The same with a header where the input says none. */
  Post orElse(String name, String value) {
    return headers.containsKey(name) ? this : with(name, value);
  }
}
