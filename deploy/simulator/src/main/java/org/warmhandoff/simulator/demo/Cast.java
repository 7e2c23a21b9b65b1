package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.simulator.door.Caller;

/** The demo people of the local stack, as its identity provider knows them. */
final class Cast {

  private final Map<String, List<Caller>> officers = new HashMap<>();
  private final Map<UUID, Caller> staff = new HashMap<>();

  private Cast() {}

  /** Reads the identity provider's own list. */
  static Cast read() {
    try (InputStream list = Cast.class.getResourceAsStream("/demo/demo-people.json")) {
      if (list == null) {
        throw new IllegalStateException("demo-people.json is not on the class path");
      }
      return of(new ObjectMapper().readTree(list));
    } catch (IOException e) {
      throw new UncheckedIOException("demo-people.json cannot be read", e);
    }
  }

  static Cast of(JsonNode people) {
    Cast cast = new Cast();
    for (JsonNode person : people) {
      Caller caller = Caller.person(person.path("username").asText());
      String staffId = person.path("staffId").asText("");
      if (!staffId.isEmpty()) {
        cast.staff.put(UUID.fromString(staffId), caller);
      }
      for (JsonNode role : person.path("roles")) {
        // Those who belong to a program's crew go nowhere on their own.
        if (role.asText().equals(Role.OFFICER) && !person.has("program")) {
          cast.officers
              .computeIfAbsent(person.path("policeService").asText(), service -> new ArrayList<>())
              .add(caller);
        }
      }
    }
    return cast;
  }

  /** The officer who takes this call. */
  Caller officer(Case call) {
    List<Caller> all = officers.getOrDefault(call.policeService(), List.of());
    if (all.isEmpty()) {
      throw new IllegalStateException("no demo officer at " + call.policeService());
    }
    return all.get(call.row.number() % all.size());
  }

  /** Whether the police service has any demo officer. */
  boolean hasOfficer(String policeService) {
    return officers.containsKey(policeService);
  }

  /** The member of staff with this id. */
  Caller staff(UUID id) {
    Caller caller = staff.get(id);
    if (caller == null) {
      throw new IllegalStateException("nobody in the cast has staff id " + id);
    }
    return caller;
  }
}
