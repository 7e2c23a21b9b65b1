package org.warmhandoff.bench.routing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.warmhandoff.notification.ProgramSpec;

/** The six programs of the demo, as the local stack puts them. */
final class SixPrograms {

  private static final String FILE = "/demo/programs.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private SixPrograms() {}

  /** All of them; their supervisors have made-up ids. */
  static List<ProgramSpec> all() {
    try (InputStream file =
        Objects.requireNonNull(ProgramSpec.class.getResourceAsStream(FILE), FILE)) {
      List<ProgramSpec> specs = new ArrayList<>();
      for (JsonNode program : JSON.readTree(file)) {
        ObjectNode known = (ObjectNode) program;
        known.putArray("supervisors").add(new UUID(0, 1).toString()).add(new UUID(0, 2).toString());
        specs.add(JSON.treeToValue(known, ProgramSpec.class));
      }
      return specs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
