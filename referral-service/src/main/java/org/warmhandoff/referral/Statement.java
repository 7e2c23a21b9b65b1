package org.warmhandoff.referral;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Form;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.ConsentEvent.Urgency;
import org.warmhandoff.contracts.Known;

/**
 * What was said about a release, as staff took it down.
 *
 * @param text the words that were shown
 * @param asserted true where staff say so, false where the person said so herself
 * @param overheard whether the other party could see or hear it
 */
public record Statement(
    UUID incident,
    UUID person,
    String agency,
    Purpose purpose,
    Set<DataCategory> categories,
    Form form,
    ConsentText text,
    boolean asserted,
    Known overheard,
    List<String> needs,
    Urgency urgency,
    Taker taker) {

  public Statement {
    categories = Set.copyOf(categories);
    needs = List.copyOf(needs);
  }

  /**
   * Who took it.
   *
   * @param policeService the officer's; null for a worker
   */
  public record Taker(UUID staff, @Nullable String policeService, String role) {}
}
