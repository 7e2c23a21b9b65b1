package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident, whole, from the police systems and from officers: a later version
 * replaces an earlier one.
 *
 * @param type incident type code, mapped to the installation's code table
 * @param status where the call stands
 * @param domestic whether police mark it domestic; in some feeds this includes family
 * @param physical whether there was physical contact
 * @param charge whether a charge was laid
 * @param arrest whether the alleged offender was arrested
 * @param released whether he was released and his conditions recorded
 * @param relationship NIBRS relationship code (SE, CS, BG, XS, XR, VO), if known
 * @param municipality code of the place's municipality or ward, if known; never an address
 * @param placeKind code of the kind of place, if known
 * @param priority CAD priority, 1 the most urgent
 * @param occurredAt when it happened
 * @param receivedAt when intake stored the first report
 * @param zone IANA zone of the jurisdiction
 * @param parties who is who, by vault id
 * @param excludedStaff staff who must be kept out: they, or their unit, are a party
 * @param circumstances what officers said besides; absent where they said nothing of it
 */
public record IncidentFacts(
    String type,
    Status status,
    Known domestic,
    Known physical,
    Charge charge,
    Known arrest,
    Known released,
    @Nullable String relationship,
    @Nullable String municipality,
    @Nullable String placeKind,
    int priority,
    Instant occurredAt,
    Instant receivedAt,
    String zone,
    List<Party> parties,
    List<UUID> excludedStaff,
    @Nullable Circumstances circumstances) {

  public IncidentFacts {
    parties = List.copyOf(parties);
    excludedStaff = List.copyOf(excludedStaff);
  }

  /** Where the call for service stands. */
  public enum Status {
    ACTIVE,
    CLOSED,
    CANCELLED
  }

  /** The charging decision. */
  public enum Charge {
    UNDECIDED,
    LAID,
    NONE
  }
}
