package org.warmhandoff.contracts;

import java.util.UUID;

/**
 * A person's part in an incident.
 *
 * @param person the vault's opaque id
 */
public record Party(UUID person, PartyRole role) {}
