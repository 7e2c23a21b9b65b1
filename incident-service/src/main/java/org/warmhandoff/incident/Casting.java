package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.BlindIndex.Kind;

/**
 * Finds out who the persons of a report are, and writes what it says of them into the vault. The
 * incident must be locked: its references are settled by one report at a time.
 */
@ApplicationScoped
public class Casting {

  private final Vault vault;
  private final Persons persons;
  private final Parties parties;
  private final StaffMembers staff;
  private final BlindIndex index;

  Casting(Vault vault, Persons persons, Parties parties, StaffMembers staff, BlindIndex index) {
    this.vault = vault;
    this.persons = persons;
    this.parties = parties;
    this.staff = staff;
    this.index = index;
  }

  /**
   * Who is in the incident now.
   *
   * @param newcomers persons the vault did not know before, as the subject of their first event
   */
  public record Settled(Cast cast, List<Subject> newcomers, Set<IntakeFlag> flags) {}

  /** Settles the persons of an incident that is reported for the first time. */
  public Settled first(Incident incident, Report report, Instant now) {
    return settle(incident, report, List.of(), now);
  }

  /** Settles the persons of an incident that was reported before. */
  public Settled again(Incident incident, Report report, Instant now) {
    return settle(incident, report, parties.everNamed(incident.id()), now);
  }

  private Settled settle(Incident incident, Report report, List<PartyEntry> before, Instant now) {
    Map<Digest, Named> named = named(incident, report);
    Map<Digest, UUID> known = new HashMap<>();
    before.forEach(entry -> known.put(entry.ref(), entry.person()));
    Map<Digest, UUID> candidates = new HashMap<>(known);
    named.keySet().forEach(ref -> candidates.computeIfAbsent(ref, r -> UUID.randomUUID()));

    Map<Digest, UUID> byNumber = byNumber(incident, named, candidates);
    Map<Digest, UUID> settled =
        Linkage.settle(List.copyOf(named.keySet()), byNumber, known, candidates);

    List<Subject> newcomers = new ArrayList<>();
    Map<UUID, Vault.Opened> files =
        open(incident, known, candidates, settled, report, newcomers, now);
    write(incident, named, settled, files, !before.isEmpty());
    return new Settled(
        new Cast(enter(incident, report, before, settled), excluded(report)),
        newcomers,
        flags(named, report));
  }

  /** One reference of a report, with everything said of it in all its roles. */
  private record Named(Map<VaultField, Personal> fields, EnumSet<PartyRole> roles) {}

  private Map<Digest, Named> named(Incident incident, Report report) {
    Map<Digest, Named> named = new LinkedHashMap<>();
    for (ReportedPerson person : report.persons()) {
      Named one =
          named.computeIfAbsent(
              ref(incident, person),
              ref -> new Named(new EnumMap<>(VaultField.class), EnumSet.noneOf(PartyRole.class)));
      person.fields().forEach((field, value) -> one.fields().merge(field, value, field::both));
      one.roles().add(person.role());
    }
    return named;
  }

  private Digest ref(Incident incident, ReportedPerson person) {
    return index.of(Kind.REFERENCE, incident.id().toString(), person.ref().reveal());
  }

  private Map<Digest, UUID> byNumber(
      Incident incident, Map<Digest, Named> named, Map<Digest, UUID> candidates) {
    Map<Digest, Digest> numbers = new LinkedHashMap<>();
    named.forEach(
        (ref, person) ->
            Optional.ofNullable(person.fields().get(VaultField.RECORD_NUMBER))
                .ifPresent(number -> numbers.put(ref, number(incident, number))));
    Map<Digest, UUID> found = new HashMap<>();
    Linkage.linkable(numbers)
        .forEach(
            (number, ref) ->
                found.put(
                    ref,
                    persons.claimNumber(
                        incident,
                        new Digest(number),
                        Objects.requireNonNull(candidates.get(ref)))));
    return found;
  }

  private Digest number(Incident incident, Personal number) {
    String plain = number.reveal().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return index.of(Kind.RECORD_NUMBER, incident.policeService(), plain);
  }

  /** Locks and opens the files that are there, and opens new ones for those nobody knew. */
  private Map<UUID, Vault.Opened> open(
      Incident incident,
      Map<Digest, UUID> known,
      Map<Digest, UUID> candidates,
      Map<Digest, UUID> settled,
      Report report,
      List<Subject> newcomers,
      Instant now) {
    Map<UUID, Vault.Opened> files = new HashMap<>();
    List<UUID> existing = new ArrayList<>();
    settled.forEach(
        (ref, id) -> {
          if (known.containsKey(ref) || !id.equals(candidates.get(ref))) {
            existing.add(id);
          } else {
            Vault.Opened file =
                vault.open(id, incident.policeService(), incident.jurisdiction(), now);
            newcomers.add(file.person().next(report.mode(), incident.id()));
            files.put(id, file);
          }
        });
    if (!existing.isEmpty()) {
      for (Person person : persons.locked(existing)) {
        vault.reopen(person).ifPresent(file -> files.put(person.id(), file));
      }
    }
    return files;
  }

  private void write(
      Incident incident,
      Map<Digest, Named> named,
      Map<Digest, UUID> settled,
      Map<UUID, Vault.Opened> files,
      boolean again) {
    Map<Vault.Opened, Map<VaultField, Personal>> contents = new LinkedHashMap<>();
    named.forEach(
        (ref, person) -> {
          Vault.Opened file = files.get(settled.get(ref));
          if (file != null) {
            contents.put(file, person.fields());
          }
        });
    vault.write(incident.id(), incident.state().position().asOf(), contents);
    if (again) {
      contents.forEach(
          (file, fields) -> persons.dropOthers(file.person().id(), incident.id(), fields.keySet()));
    }
  }

  private List<Party> enter(
      Incident incident, Report report, List<PartyEntry> before, Map<Digest, UUID> settled) {
    Map<Digest, EnumMap<PartyRole, PartyEntry>> entries = new HashMap<>();
    for (PartyEntry entry : before) {
      entry.gone();
      entries
          .computeIfAbsent(entry.ref(), ref -> new EnumMap<>(PartyRole.class))
          .put(entry.role(), entry);
    }
    List<Party> cast = new ArrayList<>();
    for (ReportedPerson person : report.persons()) {
      Digest ref = ref(incident, person);
      PartyEntry entry =
          entries
              .computeIfAbsent(ref, r -> new EnumMap<>(PartyRole.class))
              .computeIfAbsent(
                  person.role(),
                  role -> {
                    PartyEntry fresh =
                        new PartyEntry(
                            incident, ref, role, Objects.requireNonNull(settled.get(ref)));
                    parties.persist(fresh);
                    return fresh;
                  });
      entry.reported(cast.size(), person.staff());
      cast.add(entry.party());
    }
    return cast;
  }

  private List<UUID> excluded(Report report) {
    return staff.withTheirUnits(
        report.persons().stream()
            .flatMap(person -> Optional.ofNullable(person.staff()).stream())
            .toList());
  }

  private static Set<IntakeFlag> flags(Map<Digest, Named> named, Report report) {
    EnumSet<IntakeFlag> flags = EnumSet.noneOf(IntakeFlag.class);
    EnumSet<PartyRole> bothSides = EnumSet.of(PartyRole.VICTIM, PartyRole.ALLEGED_OFFENDER);
    if (named.values().stream().anyMatch(person -> person.roles().containsAll(bothSides))) {
      flags.add(IntakeFlag.DUAL_ROLE);
    }
    if (report.persons().stream().anyMatch(person -> person.staff() != null)) {
      flags.add(IntakeFlag.STAFF_PARTY);
    }
    return flags;
  }
}
