package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be known of an installation from outside: what its services tell their operator. Its
 * processes, their memory and their health are seen where they run.
 */
record StatusElsewhere(Target target) {

  /** Never fails: what cannot be had is told as not ready, with the reason. */
  ObjectNode gather() {
    ObjectNode status = new ObjectMapper().createObjectNode();
    status.put("frontDoor", target.frontDoor());
    ArrayNode services = status.putArray("services");
    ArrayNode lag = status.putArray("lag");
    List<String> silent = new ArrayList<>();
    boolean up = false;
    boolean ready = true;
    long records = 0;
    for (Stack.Service service : Stack.Service.values()) {
      ServiceStatus told = ServiceStatus.of(service, target.api(), target.frontDoor(), true);
      services.add(told.node().put("ready", told.isWell()));
      up |= told.isWell();
      ready &= told.isWell();
      if (told.lag().isEmpty()) {
        silent.add(service.principal());
      }
      for (JsonNode one : told.lag()) {
        lag.add(one);
        records += one.path("records").asLong();
      }
    }
    if (silent.isEmpty()) {
      status.put("lagRecords", records);
    } else {
      // Nothing is known where the broker is away, and nothing would look like all having been
      // read.
      status.put(
          "lagTrouble", "What is yet to be read is not known of " + String.join(", ", silent));
    }
    status.put("up", up);
    status.put("ready", ready && silent.isEmpty());
    return status;
  }
}
