package org.warmhandoff.incident;

import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.Party;

/**
 * Who is in an incident, by opaque id.
 *
 * @param excludedStaff members of staff named as a party, and everyone of their unit
 */
public record Cast(List<Party> parties, List<UUID> excludedStaff) {
  public Cast {
    parties = List.copyOf(parties);
    excludedStaff = List.copyOf(excludedStaff);
  }
}
