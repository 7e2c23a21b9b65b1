package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a service tells its operator of itself.
 *
 * @param node as it is shown
 * @param isWell whether it is ready, and told
 * @param lag what its groups have yet to read, as it knows; empty where it does not
 */
record ServiceStatus(ObjectNode node, boolean isWell, JsonNode lag) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Asks it, unless it is not ready. */
  static ServiceStatus of(Stack.Service service, Api api, String frontDoor, boolean ready) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", service.principal());
    node.put("mend", frontDoor + "/" + service.code() + "/operations");
    node.put("ready", ready);
    if (!ready) {
      return new ServiceStatus(node, false, JSON.createArrayNode());
    }
    try {
      JsonNode operations = api.get("/" + service.code() + "/api/v1/operations");
      node.set("flow", operations.path("flow"));
      node.set("failed", operations.path("failed"));
      return new ServiceStatus(node, true, operations.path("lag"));
    } catch (Trouble trouble) {
      node.put("trouble", trouble.getMessage());
      return new ServiceStatus(node, false, JSON.createArrayNode());
    }
  }
}
