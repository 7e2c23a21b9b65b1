package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances.AccessNeed;
import org.warmhandoff.contracts.Circumstances.NoContactOrder;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;

/**
 * The part of an incident's row that remembers officers' latest words and since when its source
 * says what it says; all null until the row is changed for the first time.
 */
@Embeddable
class WordColumns {

  @Column(name = "charge_since")
  private @Nullable Instant chargeSince;

  @Column(name = "charge_known")
  @Enumerated(EnumType.STRING)
  private @Nullable Charge chargeKnown;

  @Column(name = "arrest_since")
  private @Nullable Instant arrestSince;

  @Column(name = "arrest_known")
  @Enumerated(EnumType.STRING)
  private @Nullable Known arrestKnown;

  @Column(name = "released_since")
  private @Nullable Instant releasedSince;

  @Column(name = "released_known")
  @Enumerated(EnumType.STRING)
  private @Nullable Known releasedKnown;

  @Column(name = "said_charge")
  @Enumerated(EnumType.STRING)
  private @Nullable Charge charge;

  @Column(name = "said_charge_at")
  private @Nullable Instant chargeAt;

  @Column(name = "said_custody")
  @Enumerated(EnumType.STRING)
  private @Nullable Custody custody;

  @Column(name = "said_custody_at")
  private @Nullable Instant custodyAt;

  @Column(name = "said_order")
  @Enumerated(EnumType.STRING)
  private @Nullable NoContactOrder order;

  @Column(name = "said_order_at")
  private @Nullable Instant orderAt;

  @Column(name = "said_children")
  @Enumerated(EnumType.STRING)
  private @Nullable Known children;

  @Column(name = "said_children_at")
  private @Nullable Instant childrenAt;

  @Column(name = "said_language")
  private @Nullable String language;

  @Column(name = "said_language_at")
  private @Nullable Instant languageAt;

  @Column(name = "said_needs")
  private String @Nullable [] needs;

  @Column(name = "said_needs_at")
  private @Nullable Instant needsAt;

  @Enumerated(EnumType.STRING)
  private @Nullable Urgency urgency;

  WordColumns() {}

  WordColumns(Since since, Words words) {
    chargeSince = since.charge().at();
    chargeKnown = since.charge().value();
    arrestSince = since.arrest().at();
    arrestKnown = since.arrest().value();
    releasedSince = since.released().at();
    releasedKnown = since.released().value();
    charge = value(words.charge(), Function.identity());
    chargeAt = at(words.charge());
    custody = value(words.custody(), Function.identity());
    custodyAt = at(words.custody());
    order = value(words.order(), Function.identity());
    orderAt = at(words.order());
    children = value(words.children(), Function.identity());
    childrenAt = at(words.children());
    language = value(words.language(), Function.identity());
    languageAt = at(words.language());
    needs = value(words.needs(), WordColumns::names);
    needsAt = at(words.needs());
    urgency = words.urgency();
  }

  /**
   * Since when the source says what it says.
   *
   * @param only the report in hand; a row that was never changed has only that one
   * @param first its instant
   */
  Since since(ReportedFacts only, Instant first) {
    return new Since(
        fact(chargeKnown, chargeSince, only.charge(), first),
        fact(arrestKnown, arrestSince, only.arrest(), first),
        fact(releasedKnown, releasedSince, only.released(), first));
  }

  private static <T> Since.Fact<T> fact(
      @Nullable T known, @Nullable Instant since, T only, Instant first) {
    return known == null || since == null
        ? new Since.Fact<>(only, first)
        : new Since.Fact<>(known, since);
  }

  Words words() {
    return new Words(
        word(charge, chargeAt),
        word(custody, custodyAt),
        word(order, orderAt),
        word(children, childrenAt),
        word(language, languageAt),
        word(needs == null ? null : constants(needs), needsAt),
        urgency);
  }

  private static <T> @Nullable Word<T> word(@Nullable T value, @Nullable Instant at) {
    return value == null || at == null ? null : new Word<>(value, at);
  }

  private static <A, B> @Nullable B value(@Nullable Word<A> word, Function<A, B> as) {
    return word == null ? null : as.apply(word.value());
  }

  private static @Nullable Instant at(@Nullable Word<?> word) {
    return word == null ? null : word.at();
  }

  private static String[] names(Set<AccessNeed> needs) {
    return needs.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static Set<AccessNeed> constants(String[] names) {
    return Arrays.stream(names).map(AccessNeed::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
