package org.warmhandoff.eventing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A whole event in one JSON object (CloudEvents 1.0, JSON event format). */
final class StructuredJson {

  private static final int DEEPEST = 60;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  // The second of two keys must not pass where the first was looked at.
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private StructuredJson() {}

  static Message read(byte @Nullable [] body) throws Unreadable {
    if (body == null) {
      throw new Unreadable("no body");
    }
    try {
      JsonNode event = JSON.readTree(body);
      if (event == null || !event.isObject()) {
        throw new Unreadable("no event in the body");
      }
      Map<String, String> attributes = new TreeMap<>();
      for (Map.Entry<String, JsonNode> member : event.properties()) {
        String name = member.getKey();
        JsonNode value = member.getValue();
        if (!name.equals("data") && !name.equals("data_base64") && !value.isNull()) {
          if (value.isContainerNode()) {
            throw new Unreadable("attribute");
          }
          attributes.put(name, value.asText());
        }
      }
      return new Message(attributes, data(event, attributes.get("datacontenttype")));
    } catch (IOException | NumberFormatException e) {
      // The parser lets the second through where a number's exponent is one no number can have.
      throw new Unreadable("event", e);
    }
  }

  private static byte @Nullable [] data(JsonNode event, @Nullable String contentType)
      throws IOException, Unreadable {
    JsonNode data = event.get("data");
    JsonNode encoded = event.get("data_base64");
    if (data != null && encoded != null) {
      throw new Unreadable("data twice");
    }
    if (encoded != null) {
      return encoded.binaryValue();
    }
    if (data == null || data.isNull()) {
      return null;
    }
    return data.isTextual() && !isJson(contentType)
        ? data.textValue().getBytes(UTF_8)
        : JSON.writeValueAsBytes(data);
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.endsWith("/json") || type.endsWith("+json");
  }
}
