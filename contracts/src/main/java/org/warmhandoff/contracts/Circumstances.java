package org.warmhandoff.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What officers say of an incident beyond what its source reports: codes only, each absent until
 * somebody said it.
 *
 * @param noContactOrder whether he may come near her at all
 * @param children whether children were there
 * @param language BCP 47 tag of the language she is to be spoken to in
 * @param accessNeeds what help must be ready for
 * @param urgency the highest that any risk screen came to; absent where none says to hurry. It only
 *     ever rises, and takes nothing from anybody
 */
public record Circumstances(
    @Nullable NoContactOrder noContactOrder,
    @Nullable Known children,
    @Nullable String language,
    List<AccessNeed> accessNeeds,
    @Nullable Urgency urgency) {

  /** Nobody said anything. */
  public static final Circumstances UNSAID = new Circumstances(null, null, null, List.of(), null);

  public Circumstances {
    accessNeeds = List.copyOf(accessNeeds);
  }

  /** A court's or police order that keeps the alleged offender away. */
  public enum NoContactOrder {
    EXISTS,
    ASKED_FOR,
    NONE,
    UNKNOWN
  }

  /** What a person needs so that help reaches them. */
  public enum AccessNeed {
    HEARING,
    SIGHT,
    MOBILITY,
    COGNITIVE,
    SPEECH,
    OTHER
  }

  /** How much sooner than others. */
  public enum Urgency {
    RAISED,
    HIGH
  }
}
