package org.warmhandoff.incident.scene;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.Combined;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.LocalTime;
import org.warmhandoff.incident.Words;

/**
 * What an incident tells beside its scene, as the officer's pages show it; codes, no names.
 *
 * @param officer whose page it is, by staff id
 * @param custody unknown, not-arrested, arrested or released
 * @param needsSaid whether somebody said it, also that there are none
 * @param languageSaid whether somebody said it, also that none is wanted
 * @param urgency raised or high; null where nothing hurries
 * @param screens screens that were filled in, the latest first
 * @param tools the registry
 * @param victims opaque ids
 */
record FactsView(
    UUID id,
    String externalId,
    boolean test,
    UUID officer,
    String charge,
    String custody,
    @Nullable String order,
    @Nullable String children,
    @Nullable String language,
    List<String> needs,
    boolean needsSaid,
    boolean languageSaid,
    @Nullable String urgency,
    List<Screen> screens,
    List<ToolView> tools,
    List<UUID> victims) {

  /**
   * A screen that was filled in.
   *
   * @param ground why it says what it says
   */
  record Screen(UUID id, String tool, LocalTime at, String ground, @Nullable String urgency) {

    /** The code of its word: usual, raised or high. */
    public String hurry() {
      return urgency == null ? "usual" : urgency;
    }
  }

  static FactsView of(
      Incident incident,
      UUID officer,
      List<Screen> screens,
      List<ToolView> tools,
      List<UUID> victims) {
    Combined combined = incident.state().combined();
    Words words = incident.state().words();
    Circumstances said = combined.circumstances();
    Circumstances known = said == null ? Circumstances.UNSAID : said;
    return new FactsView(
        incident.id(),
        incident.externalId(),
        incident.state().mode() == Mode.TEST,
        officer,
        Choices.code(combined.charge()),
        custody(combined),
        code(known.noContactOrder()),
        code(known.children()),
        known.language(),
        known.accessNeeds().stream().map(Choices::code).toList(),
        words.needs() != null,
        words.language() != null,
        code(known.urgency()),
        screens,
        tools,
        victims);
  }

  private static String custody(Combined combined) {
    return switch (combined.arrest()) {
      case UNKNOWN -> "unknown";
      case NO -> "not-arrested";
      case YES ->
          switch (combined.released()) {
            case YES -> "released";
            case NO, UNKNOWN -> "arrested";
          };
    };
  }

  private static @Nullable String code(@Nullable Enum<?> constant) {
    return constant == null ? null : Choices.code(constant);
  }

  /** A new id for each form: sent twice, it counts once. */
  public UUID tap() {
    return UUID.randomUUID();
  }

  public boolean severalVictims() {
    return victims.size() > 1;
  }
}
