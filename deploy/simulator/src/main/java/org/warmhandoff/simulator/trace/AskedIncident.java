package org.warmhandoff.simulator.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which incident a command is about: by our id, or by the one its CAD gave it. */
final class AskedIncident {

  @Parameters(
      paramLabel = "ID",
      description = "incident id, or with --police-service the id the CAD gave it")
  private String id = "";

  @Option(
      names = "--police-service",
      paramLabel = "CODE",
      description = "whose CAD gave the incident this id")
  private @Nullable String policeService;

  /** Our id; empty, and told why on standard error, where there is none. */
  Optional<UUID> id(Door door) {
    Optional<UUID> found = policeService == null ? asId(id) : byExternalId(door, policeService);
    if (found.isEmpty()) {
      System.err.println(
          policeService == null
              ? "This is no incident id. The id a CAD gave needs --police-service beside it."
              : "The incident service knows no incident of " + policeService + " by that id.");
    }
    return found;
  }

  private Optional<UUID> byExternalId(Door door, String service) {
    Answer answer =
        door.get(
            Caller.cad(service),
            "/incident/api/v1/incidents?externalId="
                + URLEncoder.encode(id, StandardCharsets.UTF_8));
    JsonNode found = answer.json();
    JsonNode one = found.isArray() ? found.path(0) : found;
    return answer.done() ? asId(one.path("incident").asText("")) : Optional.empty();
  }

  private static Optional<UUID> asId(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
