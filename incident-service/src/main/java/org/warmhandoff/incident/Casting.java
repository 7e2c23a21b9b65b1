package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.eventing.Subject;

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
  private final Recognition recognition;
  private final Kinship kinship;

  Casting(
      Vault vault,
      Persons persons,
      Parties parties,
      StaffMembers staff,
      BlindIndex index,
      Recognition recognition,
      Kinship kinship) {
    this.vault = vault;
    this.persons = persons;
    this.parties = parties;
    this.staff = staff;
    this.index = index;
    this.recognition = recognition;
    this.kinship = kinship;
  }

  /**
   * Who is in the incident now.
   *
   * @param newcomers persons the vault did not know before, as the subject of their first event
   * @param recognised whom they are taken for now, or no longer; to be told after the newcomers
   */
  public record Settled(
      Cast cast,
      List<Subject> newcomers,
      List<PersonLinks.Told> recognised,
      Set<IntakeFlag> flags) {

    /** The same, told with this cast. */
    Settled with(Cast told) {
      return new Settled(told, newcomers, recognised, flags);
    }
  }

  /** Settles the persons of an incident that is reported for the first time. */
  public Settled first(Incident incident, Report report, Instant now) {
    return settle(incident, report, List.of(), now);
  }

  /** Settles the persons of an incident that was reported before. */
  public Settled again(Incident incident, Report report, Instant now) {
    return settle(incident, report, parties.everNamed(incident.id()), now);
  }

  private Settled settle(Incident incident, Report report, List<PartyEntry> before, Instant now) {
    Map<Digest, Named> named = Named.in(report, incident, index);
    Map<Digest, UUID> known = new HashMap<>();
    before.forEach(entry -> known.put(entry.ref(), entry.person()));
    Map<Digest, UUID> settled = new LinkedHashMap<>();
    named
        .keySet()
        .forEach(
            ref -> settled.put(ref, known.containsKey(ref) ? known.get(ref) : UUID.randomUUID()));

    Recognition.Prepared prepared =
        recognition.prepare(
            incident, report.mode(), said(named, settled), strangers(known, settled));
    List<Subject> newcomers = new ArrayList<>();
    Map<UUID, Vault.Opened> files =
        open(incident, known, settled, prepared.kin(), report, newcomers, now);
    write(incident, named, settled, files, !before.isEmpty());
    List<Party> parties = enter(incident, report, before, settled);
    List<PersonLinks.Told> recognised =
        new ArrayList<>(recognition.recognise(incident, report.mode(), prepared, files, now));
    Kinship.Kin kin = kinship.of(incident, parties, recognised.isEmpty() && before.isEmpty());
    if (kin.joined()) {
      recognised.addAll(
          recognition.part(incident, report.mode(), Set.copyOf(settled.values()), now));
      kin = kinship.of(incident, parties, false);
    }
    return new Settled(
        new Cast(kin.parties(), excluded(report, kin.staff())),
        newcomers,
        recognised,
        Named.flags(named, report));
  }

  /**
   * Who is in an incident by what its source last said and by what is known of them now; who is
   * kept out stays so.
   */
  public Cast now(Incident incident) {
    Kinship.Kin kin = kinship.of(incident, parties.of(incident.id()), false);
    Set<UUID> excluded = new TreeSet<>(incident.excludedStaff());
    excluded.addAll(staff.withTheirUnits(kin.staff()));
    return new Cast(kin.parties(), List.copyOf(excluded));
  }

  private static Map<UUID, Map<VaultField, Personal>> said(
      Map<Digest, Named> named, Map<Digest, UUID> settled) {
    Map<UUID, Map<VaultField, Personal>> said = new LinkedHashMap<>();
    named.forEach(
        (ref, person) -> said.put(Objects.requireNonNull(settled.get(ref)), person.fields()));
    return said;
  }

  private static Set<UUID> strangers(Map<Digest, UUID> known, Map<Digest, UUID> settled) {
    Set<UUID> strangers = new HashSet<>(settled.values());
    strangers.removeAll(known.values());
    return strangers;
  }

  /**
   * Locks and opens the files that are there, and opens new ones for those nobody knew. Whoever is
   * linked to them is locked in the same order.
   */
  private Map<UUID, Vault.Opened> open(
      Incident incident,
      Map<Digest, UUID> known,
      Map<Digest, UUID> settled,
      Set<UUID> kin,
      Report report,
      List<Subject> newcomers,
      Instant now) {
    Map<UUID, Vault.Opened> files = new HashMap<>();
    Set<UUID> existing = new HashSet<>();
    settled.forEach(
        (ref, id) -> {
          if (known.containsKey(ref)) {
            existing.add(id);
          } else {
            Vault.Opened file =
                vault.open(id, incident.policeService(), incident.jurisdiction(), now);
            newcomers.add(file.person().next(report.mode(), incident.id()));
            files.put(id, file);
          }
        });
    if (!existing.isEmpty()) {
      Set<UUID> all = new HashSet<>(existing);
      all.addAll(kin);
      for (Person person : persons.locked(all)) {
        if (existing.contains(person.id())) {
          vault.reopen(person).ifPresent(file -> files.put(person.id(), file));
        }
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
      Digest ref = Named.ref(incident, person, index);
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

  private List<UUID> excluded(Report report, Set<UUID> byLink) {
    Set<UUID> named = new HashSet<>(byLink);
    report.persons().stream()
        .flatMap(person -> Optional.ofNullable(person.staff()).stream())
        .forEach(named::add);
    return staff.withTheirUnits(named);
  }
}
