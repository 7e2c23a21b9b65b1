package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.eventing.Subject;

/**
 * Settles the persons of many incidents first heard of at once, where it is plain that nobody knows
 * them: nothing they can be recognised by was said of anybody else, in the vault or beside them.
 * Whoever might be known is left to {@link Casting}, one report after the other.
 */
@ApplicationScoped
public class Newcomers {

  private final Vault vault;
  private final BlindIndex index;
  private final Recognition recognition;
  private final PersonTraits traits;
  private final NewcomerInsert insert;

  Newcomers(
      Vault vault,
      BlindIndex index,
      Recognition recognition,
      PersonTraits traits,
      NewcomerInsert insert) {
    this.vault = vault;
    this.index = index;
    this.recognition = recognition;
    this.traits = traits;
    this.insert = insert;
  }

  /** An incident that was claimed a moment ago, and its first report. */
  public record Arrival(Incident incident, Report report) {}

  /** One arrival with its persons, by the ids they would have. */
  private record Asked(
      Arrival arrival,
      Map<Digest, Named> named,
      Map<Digest, UUID> ids,
      Map<UUID, Likeness> likenesses) {

    Set<Digest> digests() {
      Set<Digest> digests = new HashSet<>();
      for (Likeness likeness : likenesses.values()) {
        digests.addAll(likeness.traits().values());
        Stream.ofNullable(likeness.swapped()).forEach(digests::add);
      }
      return digests;
    }
  }

  /**
   * Settles whom it can, within the caller's transaction; waits for whoever is about to link by
   * what they can be recognised by.
   *
   * @return for each arrival, in order, who is in it; empty where it must be settled by itself
   */
  public List<Optional<Casting.Settled>> settle(List<Arrival> arrivals, Instant now) {
    List<Asked> asked = arrivals.stream().map(this::asked).toList();
    traits.lock(linking(asked));
    Set<Digest> doubtful = doubtful(asked);
    List<NewcomerInsert.Newcomer> newcomers = new ArrayList<>();
    List<PartyEntry> entries = new ArrayList<>();
    List<Optional<Casting.Settled>> settled = new ArrayList<>();
    for (Asked one : asked) {
      Report report = one.arrival().report();
      boolean plain =
          report.persons().stream().allMatch(person -> person.staff() == null)
              && one.digests().stream().noneMatch(doubtful::contains);
      settled.add(plain ? Optional.of(enter(one, newcomers, entries, now)) : Optional.empty());
    }
    insert.store(newcomers, entries, now);
    return settled;
  }

  private Asked asked(Arrival arrival) {
    Map<Digest, Named> named = Named.in(arrival.report(), arrival.incident(), index);
    Map<Digest, UUID> ids = new LinkedHashMap<>();
    Map<UUID, Map<VaultField, Personal>> said = new LinkedHashMap<>();
    named.forEach(
        (ref, person) -> {
          UUID id = UUID.randomUUID();
          ids.put(ref, id);
          said.put(id, person.fields());
        });
    return new Asked(
        arrival,
        named,
        ids,
        arrival.report().mode() == Mode.TEST
            ? Map.of()
            : recognition.likenesses(arrival.incident(), said));
  }

  private static Set<Digest> linking(Collection<Asked> asked) {
    Set<Digest> linking = new HashSet<>();
    asked.forEach(
        one ->
            linking.addAll(Recognition.digests(one.likenesses().values(), Recognition.THAT_LINK)));
    return linking;
  }

  /** What was said of somebody else: of another arrival's person, or of one in the vault. */
  private Set<Digest> doubtful(List<Asked> asked) {
    Set<Digest> once = new HashSet<>();
    Set<Digest> doubtful = new HashSet<>();
    for (Asked one : asked) {
      for (Digest digest : one.digests()) {
        if (!once.add(digest)) {
          doubtful.add(digest);
        }
      }
    }
    doubtful.addAll(traits.known(once));
    return doubtful;
  }

  private Casting.Settled enter(
      Asked one, List<NewcomerInsert.Newcomer> newcomers, List<PartyEntry> entries, Instant now) {
    Incident incident = one.arrival().incident();
    Report report = one.arrival().report();
    List<Subject> subjects = new ArrayList<>();
    one.named()
        .forEach(
            (ref, person) -> {
              UUID id = Objects.requireNonNull(one.ids().get(ref));
              Vault.Opened file =
                  vault.fresh(id, incident.policeService(), incident.jurisdiction(), now);
              subjects.add(file.person().next(report.mode(), incident.id()));
              newcomers.add(
                  new NewcomerInsert.Newcomer(
                      incident,
                      file.person(),
                      Vault.sealed(file, person.fields()),
                      one.likenesses().getOrDefault(id, Likeness.NONE).traits()));
            });
    List<Party> parties = parties(one, entries);
    return new Casting.Settled(
        new Cast(parties, List.of()), subjects, List.of(), Named.flags(one.named(), report));
  }

  private List<Party> parties(Asked one, List<PartyEntry> entries) {
    Incident incident = one.arrival().incident();
    Map<Digest, Map<PartyRole, PartyEntry>> own = new HashMap<>();
    List<Party> parties = new ArrayList<>();
    for (ReportedPerson person : one.arrival().report().persons()) {
      Digest ref = Named.ref(incident, person, index);
      PartyEntry entry =
          own.computeIfAbsent(ref, same -> new EnumMap<>(PartyRole.class))
              .computeIfAbsent(
                  person.role(),
                  role -> {
                    UUID id = Objects.requireNonNull(one.ids().get(ref));
                    PartyEntry fresh = new PartyEntry(incident, ref, role, id);
                    entries.add(fresh);
                    return fresh;
                  });
      entry.reported(parties.size(), null);
      parties.add(entry.party());
    }
    return parties;
  }
}
