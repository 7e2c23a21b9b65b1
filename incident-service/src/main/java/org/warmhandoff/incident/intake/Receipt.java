package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IntakeFlag;

/**
 * What became of a report.
 *
 * @param incident the opaque id the incident has everywhere
 * @param version number of the last event told of it
 * @param flags what was odd and was taken all the same
 */
record Receipt(
    UUID incident,
    long version,
    Outcome outcome,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> flags) {

  static Receipt of(Incident incident, Outcome outcome, Set<IntakeFlag> flags) {
    return new Receipt(
        incident.id(),
        incident.version(),
        outcome,
        flags.stream().map(IntakeFlag::code).sorted().toList());
  }

  int status() {
    return outcome == Outcome.CREATED ? 201 : 200;
  }

  /** The outcomes, in the words an integrator reads. */
  @Schema(enumeration = {"created", "updated", "unchanged", "ignored, newer known"})
  enum Outcome {
    CREATED("created"),
    UPDATED("updated"),
    UNCHANGED("unchanged"),
    IGNORED("ignored, newer known");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    @JsonValue
    String words() {
      return words;
    }
  }
}
