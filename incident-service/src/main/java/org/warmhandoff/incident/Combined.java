package org.warmhandoff.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
 * </ol>
 *
 * <p>So a state the CAD repeats after an officer's tap does not undo it, and what the CAD learns
 * later does.
 */
public record Combined(
    Charge charge, Known arrest, Known released, @Nullable Circumstances circumstances) {

  /** Combines; a pure function of what either side last said. */
  public static Combined of(ReportedFacts source, Since since, Words officers) {
    Word<Custody> custody = officers.custody();
    return new Combined(
        of(source.charge(), since.charge(), officers.charge(), Charge.UNDECIDED),
        of(source.arrest(), since.arrest(), as(custody, Custody::arrest), Known.UNKNOWN),
        of(source.released(), since.released(), as(custody, Custody::released), Known.UNKNOWN),
        circumstances(officers));
  }

  private static <T> T of(T reported, Instant since, @Nullable Word<T> said, T silence) {
    if (said == null || said.value().equals(silence)) {
      return reported;
    }
    return reported.equals(silence) || !said.at().isBefore(since) ? said.value() : reported;
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

  private static <A, B> @Nullable Word<B> as(@Nullable Word<A> word, Function<A, B> part) {
    return word == null ? null : new Word<>(part.apply(word.value()), word.at());
  }

  private static <T> @Nullable T value(@Nullable Word<T> word) {
    return word == null ? null : word.value();
  }
}
