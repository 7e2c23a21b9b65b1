package org.warmhandoff.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Party;

/** Incident facts for tests: domestic and open, everything else unknown until said. */
final class Incidents {

  private Incidents() {}

  static Facts facts() {
    return new Facts();
  }

  /** Puts facts together. */
  static final class Facts {
    private Known domestic = Known.YES;
    private Known physical = Known.UNKNOWN;
    private Known arrest = Known.UNKNOWN;
    private Known released = Known.UNKNOWN;
    private Charge charge = Charge.UNDECIDED;
    private Status status = Status.ACTIVE;
    private Instant receivedAt = Instant.parse("2026-11-20T21:00:00Z");
    private List<Party> parties = List.of();
    private List<UUID> excluded = List.of();
    private @Nullable Circumstances circumstances;
    private @Nullable String municipality;

    Facts domestic(Known given) {
      domestic = given;
      return this;
    }

    Facts physical(Known given) {
      physical = given;
      return this;
    }

    Facts arrest(Known given) {
      arrest = given;
      return this;
    }

    Facts released(Known given) {
      released = given;
      return this;
    }

    Facts charge(Charge given) {
      charge = given;
      return this;
    }

    Facts status(Status given) {
      status = given;
      return this;
    }

    Facts receivedAt(Instant given) {
      receivedAt = given;
      return this;
    }

    Facts parties(Party... given) {
      parties = List.of(given);
      return this;
    }

    Facts excluded(UUID... given) {
      excluded = List.of(given);
      return this;
    }

    Facts municipality(String given) {
      municipality = given;
      return this;
    }

    Facts circumstances(@Nullable Circumstances given) {
      circumstances = given;
      return this;
    }

    IncidentFacts build() {
      return new IncidentFacts(
          "DVA",
          status,
          domestic,
          physical,
          charge,
          arrest,
          released,
          null,
          municipality,
          null,
          2,
          receivedAt,
          receivedAt,
          "America/Toronto",
          parties,
          excluded,
          circumstances);
    }
  }
}
