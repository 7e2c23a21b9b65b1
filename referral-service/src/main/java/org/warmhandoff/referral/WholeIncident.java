package org.warmhandoff.referral;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.warmhandoff.contracts.Party;

/**
 * An incident with all that were merged into it. Whoever is a party to one of them is a party to
 * the whole, and whoever is kept out of one is kept out of all.
 */
public final class WholeIncident {

  private final KnownIncident goesOn;
  private final List<KnownIncident> all;

  /**
   * Puts it together.
   *
   * @param goesOn the one that is not part of another
   * @param others those that were merged into it, also by way of another
   */
  WholeIncident(KnownIncident goesOn, Collection<KnownIncident> others) {
    this.goesOn = goesOn;
    this.all = Stream.concat(Stream.of(goesOn), others.stream()).toList();
  }

  /** The one that goes on. */
  public UUID id() {
    return goesOn.id();
  }

  /** Every one of them. */
  public Set<UUID> ids() {
    return all.stream().map(KnownIncident::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Which were split off one of them. */
  public Set<UUID> splitOff() {
    return all.stream()
        .flatMap(one -> Arrays.stream(one.splitOff()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Which one of them was split off. */
  public Set<UUID> splitFrom() {
    return all.stream()
        .flatMap(one -> Stream.ofNullable(one.splitFrom()))
        .collect(Collectors.toUnmodifiableSet());
  }

  public boolean has(UUID person) {
    return all.stream().anyMatch(one -> one.has(person));
  }

  public boolean isHiddenFrom(UUID staff) {
    return all.stream().anyMatch(one -> one.isHiddenFrom(staff));
  }

  /** As the gate sees it. */
  public IncidentView view(List<IncidentView.Served> served) {
    IncidentView own = goesOn.view(served);
    List<Party> parties =
        all.stream().flatMap(one -> one.view(List.of()).parties().stream()).distinct().toList();
    return new IncidentView(
        own.id(), own.policeService(), own.jurisdiction(), own.mode(), parties, served);
  }

  public Place place() {
    return goesOn.place();
  }

  public String zone() {
    return goesOn.zone();
  }

  public KnownIncident.Summary summary() {
    return goesOn.summary();
  }
}
