package org.warmhandoff.local.telephones;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;

/** The fields of a form, as browsers and the service encode them. */
final class Form {

  private static final int LONGEST = 65_536;

  private Form() {}

  /**
   * Reads one.
   *
   * @throws IOException where it is too long or not encoded as it should be
   */
  static Map<String, String> read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new IOException("too long");
    }
    Map<String, String> form = new HashMap<>();
    try {
      for (String field : new String(bytes, UTF_8).split("&", -1)) {
        String[] parts = field.split("=", 2);
        if (parts.length == 2) {
          form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
      }
    } catch (IllegalArgumentException wrong) {
      throw new IOException("not a form", wrong);
    }
    return form;
  }
}
