package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The installation somebody means, seen from outside: one elsewhere, such as that of
 * docker-compose.yml, by its address; else the local stack of the data folder.
 */
record Target(String frontDoor, Api api) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPERATOR = "operator";

  /** The installation elsewhere, where one is named. */
  static Optional<Target> elsewhere(Installation installation, Arguments arguments) {
    return arguments
        .url()
        .map(
            url -> {
              Api.DemoClient operator =
                  arguments
                      .secrets()
                      .map(Target::operator)
                      .orElseGet(() -> DemoPeople.in(installation).operator());
              URI tokens =
                  arguments.tokenUrl().orElseGet(() -> URI.create(url + "/identity/token"));
              return new Target(url, new Api(url, tokens, operator));
            });
  }

  /**
   * @throws Trouble where none is named and none runs on this data folder
   */
  static Target of(Installation installation, DataFolder data, Arguments arguments) {
    return elsewhere(installation, arguments).orElseGet(() -> local(installation, data));
  }

  private static Target local(Installation installation, DataFolder data) {
    RunFile run =
        RunFile.live(data)
            .orElseThrow(() -> new Trouble("Warm Handoff is not running on " + data.path()));
    String frontDoor = new Ports(run.portBase()).frontDoorAddress();
    return new Target(frontDoor, Api.behind(frontDoor, DemoPeople.in(installation).operator()));
  }

  private static Api.DemoClient operator(Path secrets) {
    try {
      String secret = JSON.readTree(Files.readAllBytes(secrets)).path(OPERATOR).asText("");
      if (secret.isEmpty()) {
        throw new Trouble(secrets + " holds no secret of the client " + OPERATOR);
      }
      return new Api.DemoClient(OPERATOR, secret);
    } catch (IOException e) {
      throw new Trouble("the secrets in " + secrets + " cannot be read", e);
    }
  }
}
