package org.warmhandoff.incident;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.PartyRole;

/**
 * A person as a source reports them.
 *
 * @param ref the source's own reference, the same person within one incident
 * @param staff set where the source says this person is a member of staff
 */
public record ReportedPerson(
    Personal ref, PartyRole role, Map<VaultField, Personal> fields, @Nullable UUID staff) {
  public ReportedPerson {
    fields = Map.copyOf(fields);
  }
}
