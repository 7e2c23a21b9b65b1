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
 * @param turned of an alleged offender: whether in another incident the roles were the other way
 *     round, so that somebody has to look before this side is helped; absent where that is not
 *     known
 */
public record Party(
    UUID person, PartyRole role, @Nullable List<UUID> linked, @Nullable Known turned) {

  public Party {
    linked = linked == null ? null : List.copyOf(linked);
  }

  /** Somebody who is known by this id alone. */
  public Party(UUID person, PartyRole role) {
    this(person, role, null, null);
  }

  /** Somebody who is known by other ids too. */
  public Party(UUID person, PartyRole role, @Nullable List<UUID> linked) {
    this(person, role, linked, null);
  }
}
