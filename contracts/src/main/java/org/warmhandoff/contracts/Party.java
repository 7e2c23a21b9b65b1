package org.warmhandoff.contracts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's part in an incident.
 *
 * @param person the vault's opaque id
 * @param linked other ids the same human being is known by, as far as the vault knew when this was
 *     told; absent where there are none
 */
public record Party(UUID person, PartyRole role, @Nullable List<UUID> linked) {

  public Party {
    linked = linked == null ? null : List.copyOf(linked);
  }

  /** Somebody who is known by this id alone. */
  public Party(UUID person, PartyRole role) {
    this(person, role, null);
  }
}
