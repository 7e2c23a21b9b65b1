package org.warmhandoff.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances;
import org.warmhandoff.contracts.Circumstances.AccessNeed;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;

/**
 * What an incident tells where both its source and officers speak of it.
 *
 * <ol>
 *   <li>A source replaces its own facts only, officers theirs: neither erases what the other said.
 *   <li>"Unknown" and "undecided" are silence: they never hide what the other side knows.
 *   <li>Where both know, the later word counts. The source's is as old as the report that first
 *       held it ({@link Since}); an officer's as old as its tap.
 *   <li>At the same instant the officer's counts: officers are nearer.
 *   <li>Arrest and release are one state and are not mixed: where the later word knows of an arrest
 *       or that there is none, an earlier release is void.
 * </ol>
 *
 * <p>So a state the CAD repeats after an officer's tap does not undo it, and what the CAD learns
 * later does.
 */
public record Combined(
    Charge charge, Known arrest, Known released, @Nullable Circumstances circumstances) {

  /** Combines; a pure function of what either side last said. */
  public static Combined of(ReportedFacts source, Since since, Words officers) {
    Held reported = new Held(source.arrest(), source.released());
    Word<Custody> said = officers.custody();
    Held told = said == null ? reported : custody(reported, since.custody(), said);
    return new Combined(
        charge(source.charge(), since.charge().at(), officers.charge()),
        told.arrest(),
        told.released(),
        circumstances(officers));
  }

  private static Charge charge(Charge reported, Instant since, @Nullable Word<Charge> said) {
    if (said == null || said.value() == Charge.UNDECIDED) {
      return reported;
    }
    boolean officers = reported == Charge.UNDECIDED || !said.at().isBefore(since);
    return officers ? said.value() : reported;
  }

  private static Held custody(Held reported, Instant since, Word<Custody> said) {
    Held officers = new Held(said.value().arrest(), said.value().released());
    return said.at().isBefore(since) ? reported.over(officers) : officers.over(reported);
  }

  /** What became of him, by one side. */
  private record Held(Known arrest, Known released) {

    /** Silence is filled from what the other side said earlier. */
    Held over(Held earlier) {
      if (arrest != Known.UNKNOWN) {
        return this;
      }
      if (released == Known.UNKNOWN) {
        return earlier;
      }
      // Whoever is released was arrested, whatever was said before.
      boolean denied = released == Known.YES && earlier.arrest == Known.NO;
      return new Held(denied ? Known.UNKNOWN : earlier.arrest, released);
    }
  }

  private static @Nullable Circumstances circumstances(Words officers) {
    String language = value(officers.language());
    Set<AccessNeed> needs = value(officers.needs());
    Circumstances said =
        new Circumstances(
            value(officers.order()),
            value(officers.children()),
            language == null || language.isEmpty() ? null : language,
            needs == null ? List.of() : needs.stream().sorted().toList(),
            officers.urgency());
    return Objects.equals(said, Circumstances.UNSAID) ? null : said;
  }

  private static <T> @Nullable T value(@Nullable Word<T> word) {
    return word == null ? null : word.value();
  }
}
