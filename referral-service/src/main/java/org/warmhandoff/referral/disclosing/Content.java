package org.warmhandoff.referral.disclosing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.referral.KnownIncident.Summary;
import org.warmhandoff.referral.WallClock;

/**
 * What an agency may know of a person, at the moment it asks.
 *
 * @param disclosure id of this read in the register
 * @param client the agency's own id of the person
 * @param categories what was consented to
 * @param fields what the vault holds of it
 * @param incident the incident in codes; only where consented to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Content(
    UUID referral,
    UUID disclosure,
    UUID client,
    Purpose purpose,
    List<DataCategory> categories,
    Map<String, String> fields,
    @Nullable Summary incident) {

  /** One line of the page. */
  record Row(DataCategory category, String value) {}

  @JsonIgnore
  public List<Row> rows() {
    return categories.stream()
        .filter(category -> fields.containsKey(category.name()))
        .map(category -> new Row(category, fields.getOrDefault(category.name(), "")))
        .toList();
  }

  /** When it happened, on the wall of the jurisdiction. */
  @JsonIgnore
  public String happened() {
    return incident == null ? "" : WallClock.of(incident.occurredAt(), incident.zone());
  }

  @Override
  public String toString() {
    return "Content[referral=" + referral + ", disclosure=" + disclosure + "]";
  }
}
