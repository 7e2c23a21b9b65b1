package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils valid documents, in their bytes or in their structure; the same seed spoils the same. */
final class Mutator {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud800",
          "\u202e",
          "Canary Kanarek",
          "a".repeat(5_000),
          "2026-01-31T22:15:00",
          "2026-11-01T01:30:00",
          "2026-02-30T00:00:00Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "-999999999-01-01T00:00:00+18:00",
          "9999-12-31T23:59:60Z",
          "1990-13-01",
          "yes",
          "YES",
          "victim",
          "{\"relationship\":\"SE\"}",
          "{\"persons\":[],\"externalId\":\"Canary Kanarek\"}",
          "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>",
          "<civicAddress xmlns=\"urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr\"><A3>",
          "urn:x",
          "../../etc");

  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "null",
          "true",
          "-0",
          "1e999",
          "9".repeat(100),
          "\\u",
          "\\ud834",
          "{\"a\":".repeat(60),
          "[".repeat(60),
          "//",
          "NaN",
          "\ufeff",
          "\u0000");

  private final RandomGenerator random;

  Mutator(RandomGenerator random) {
    this.random = random;
  }

  /** One to four spoilings of a document. */
  byte[] spoil(byte[] valid) {
    byte[] document = valid;
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      document = random.nextInt(3) == 0 ? bytes(document) : structure(document);
    }
    return document;
  }

  private byte[] bytes(byte[] document) {
    if (document.length == 0) {
      return document;
    }
    int at = random.nextInt(document.length);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(document, at);
      case 1 -> {
        byte[] flipped = document.clone();
        flipped[at] = (byte) random.nextInt(256);
        yield flipped;
      }
      case 2 -> spliced(document, at, one(TOKENS).getBytes(StandardCharsets.UTF_8), at);
      case 3 ->
          spliced(
              document, at, new byte[0], Math.min(document.length, at + 1 + random.nextInt(40)));
      default -> {
        int from = random.nextInt(document.length);
        int to = Math.min(document.length, from + random.nextInt(200));
        yield spliced(document, at, Arrays.copyOfRange(document, from, to), at);
      }
    };
  }

  private static byte[] spliced(byte[] document, int until, byte[] between, int from) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(document, 0, until);
    spliced.writeBytes(between);
    spliced.write(document, from, document.length - from);
    return spliced.toByteArray();
  }

  private byte[] structure(byte[] document) {
    try {
      JsonNode tree = JSON.readTree(document);
      if (tree == null || !tree.isContainerNode()) {
        return bytes(document);
      }
      List<JsonNode> containers = new ArrayList<>();
      collect(tree, containers);
      change(one(containers));
      return JSON.writeValueAsBytes(tree);
    } catch (IOException notJson) {
      return bytes(document);
    }
  }

  private void change(JsonNode container) {
    if (container instanceof ObjectNode object && !object.isEmpty()) {
      String name = one(object.properties().stream().map(java.util.Map.Entry::getKey).toList());
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(random.nextBoolean() ? one(TEXTS) : name, value());
        case 2 -> object.set("x" + random.nextInt(5), object.get(name));
        default -> object.set(name, value());
      }
    } else if (container instanceof ArrayNode array) {
      int times = random.nextInt(20) == 0 ? 200 : 1;
      for (int i = 0; i < times; i++) {
        array.add(array.isEmpty() || random.nextBoolean() ? value() : array.get(0).deepCopy());
      }
    }
  }

  private JsonNode value() {
    return switch (random.nextInt(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextLong());
      case 3 -> NODES.numberNode(random.nextDouble());
      case 4 -> NODES.arrayNode();
      case 5 -> NODES.objectNode();
      default -> NODES.textNode(one(TEXTS));
    };
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
