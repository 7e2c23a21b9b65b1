package org.warmhandoff.incident.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.intake.reading.ReportReader;

/**
 * A report as a source writes it: what {@link ReportReader} takes, for the published reference.
 * Fields it does not know are kept in the vault.
 *
 * @param externalId the source's own number of the incident
 * @param sequence the source's own count of its states, where it has one
 * @param asOf when the source knew this, with offset
 * @param occurredAt when it happened, with offset
 * @param type incident type code
 * @param priority CAD priority, 1 the most urgent
 * @param relationship NIBRS relationship code
 * @param municipality a code without spaces, never an address
 * @param placeKind code of the kind of place
 * @param test a drill or a conformance check: never reaches a real channel
 * @param note goes to the vault
 * @param mergedInto your number of the incident that goes on instead of this one
 * @param replaces your numbers of incidents this one goes on for
 * @param splitFrom your number of the incident this one was split off
 * @param linkedTo your numbers of incidents that belong with it and stay their own
 */
@Schema(
    name = "Report",
    example =
        """
        {"externalId": "W-000123", "asOf": "2026-01-31T22:15:00-05:00",
         "occurredAt": "2026-01-31T22:05:00-05:00", "type": "DVA", "status": "active",
         "domestic": "yes", "physical": "yes", "priority": 2,
         "persons": [{"ref": "1", "role": "victim", "name": "Demo Person Maple"}]}
        """)
record ReportForm(
    @Schema(maxLength = 128) String externalId,
    @Schema(minimum = "0") @Nullable Long sequence,
    OffsetDateTime asOf,
    OffsetDateTime occurredAt,
    @Schema(maxLength = 60) String type,
    @Schema(enumeration = {"active", "closed", "cancelled"}) String status,
    @Schema(enumeration = {"yes", "no", "unknown"}) @Nullable String domestic,
    @Schema(enumeration = {"yes", "no", "unknown"}) @Nullable String physical,
    @Schema(enumeration = {"undecided", "laid", "none"}) @Nullable String charge,
    @Schema(enumeration = {"yes", "no", "unknown"}) @Nullable String arrest,
    @Schema(enumeration = {"yes", "no", "unknown"}) @Nullable String released,
    @Schema(enumeration = {"SE", "CS", "BG", "XS", "XR", "VO"}) @Nullable String relationship,
    @Schema(maxLength = 60) @Nullable String municipality,
    @Schema(maxLength = 60) @Nullable String placeKind,
    @Schema(minimum = "1", maximum = "9") @Nullable Integer priority,
    @Nullable Boolean test,
    @Schema(maxLength = 100_000) @Nullable String note,
    @Schema(maxLength = 128) @Nullable String mergedInto,
    @Schema(maxItems = 50) @Nullable List<String> replaces,
    @Schema(maxLength = 128) @Nullable String splitFrom,
    @Schema(maxItems = 50) @Nullable List<String> linkedTo,
    @Schema(maxItems = 50) @Nullable List<ReportedPersonForm> persons) {

  /**
   * A person of the report; everything but ref, role and staffId goes to the vault.
   *
   * @param ref the source's own reference, the same for the same person within the source
   * @param staffId where the person is a member of staff
   * @param language BCP 47 tag
   * @param safeContact how and when the person can be reached safely, as the source has it
   */
  @Schema(name = "ReportedPerson")
  record ReportedPersonForm(
      @Schema(maxLength = 200) String ref,
      @Schema(enumeration = {"victim", "alleged-offender", "caller", "witness"}) String role,
      @Nullable UUID staffId,
      @Schema(maxLength = 200) @Nullable String name,
      @Nullable LocalDate birthDate,
      @Schema(maxLength = 60) @Nullable String phone,
      @Schema(maxLength = 500) @Nullable String address,
      @Nullable String language,
      @Schema(maxLength = 80) @Nullable String recordNumber,
      @Nullable Object safeContact) {}
}
