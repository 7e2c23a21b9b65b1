package org.warmhandoff.incident.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.incident.AccessRecord;
import org.warmhandoff.incident.AccessRecord.Reading;
import org.warmhandoff.incident.AccessRecords;
import org.warmhandoff.incident.HelpEntries;
import org.warmhandoff.incident.HelpEntry;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.PersonLinks;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.Persons;
import org.warmhandoff.incident.SameIncidents;
import org.warmhandoff.incident.Together;
import org.warmhandoff.incident.Vault;
import org.warmhandoff.incident.VaultField;

/**
 * Shows an assigned worker the contact data of their own side, for as long as they are assigned.
 * Live help sees what the scene needs; a follow-up program sees nobody's identity here at all.
 */
@ApplicationScoped
class ReadContact {

  private static final Set<VaultField> FOR_LIVE_HELP =
      EnumSet.of(
          VaultField.NAME,
          VaultField.PHONE,
          VaultField.ADDRESS,
          VaultField.LANGUAGE,
          VaultField.SAFE_CONTACT);

  /** No address: it is hers as well, as often as not. */
  private static final Set<VaultField> FOR_OUTREACH =
      EnumSet.of(VaultField.NAME, VaultField.PHONE, VaultField.LANGUAGE);

  private final HelpEntries help;
  private final Incidents incidents;
  private final Together together;
  private final SameIncidents same;
  private final Persons persons;
  private final PersonLinks links;
  private final Vault vault;
  private final AccessRecords records;
  private final InstantSource clock;

  ReadContact(
      HelpEntries help,
      Incidents incidents,
      Together together,
      SameIncidents same,
      Persons persons,
      PersonLinks links,
      Vault vault,
      AccessRecords records,
      InstantSource clock) {
    this.help = help;
    this.incidents = incidents;
    this.together = together;
    this.same = same;
    this.persons = persons;
    this.links = links;
    this.vault = vault;
    this.records = records;
    this.clock = clock;
  }

  /** Who looks, by staff id and role. */
  record Worker(UUID staff, boolean social, boolean outreach) {}

  /**
   * Reads and records.
   *
   * @throws Problem 404 where the worker is not assigned now, or is kept out
   */
  @Transactional
  public ContactCard read(UUID incidentId, Worker worker) {
    HelpEntry entry =
        help.givenBy(worker.staff(), same.all(incidentId))
            .filter(given -> fits(given.audience(), worker))
            .orElseThrow(ReadContact::notYours);
    Incident incident =
        incidents
            .findByIdOptional(incidentId)
            .filter(found -> !same.isHiddenFrom(incidentId, worker.staff()))
            .orElseThrow(ReadContact::notYours);
    if (entry.mode() == HelpMode.FOLLOW_UP) {
      return ContactCard.nothing(incidentId, entry.audience() == Audience.VICTIM, "referral");
    }
    return switch (entry.audience()) {
      case VICTIM -> victims(incident, worker);
      case ALLEGED_OFFENDER -> offenders(incident, worker);
    };
  }

  private static boolean fits(Audience audience, Worker worker) {
    return switch (audience) {
      case VICTIM -> worker.social();
      case ALLEGED_OFFENDER -> worker.outreach();
    };
  }

  private ContactCard victims(Incident incident, Worker worker) {
    List<ContactCard.Shown> shown = new ArrayList<>();
    for (UUID victim : together.inRole(incident.id(), PartyRole.VICTIM)) {
      Reading reading = reading(worker, Role.SOCIAL_WORKER, "live-help", incident);
      Map<VaultField, Personal> fields = read(victim, FOR_LIVE_HELP, reading);
      shown.add(
          new ContactCard.Shown(victim, listed(fields), wishes(victim, incident, reading), false));
    }
    return new ContactCard(incident.id(), true, "", shown);
  }

  private ContactCard offenders(Incident incident, Worker worker) {
    List<UUID> victims = together.inRole(incident.id(), PartyRole.VICTIM);
    List<UUID> offenders = together.inRole(incident.id(), PartyRole.ALLEGED_OFFENDER);
    if (offenders.size() > 1
        || victims.stream().anyMatch(offenders::contains)
        || together.turned(incident)) {
      return ContactCard.nothing(incident.id(), false, "review");
    }
    if (incident.state().combined().released() != Known.YES) {
      return ContactCard.nothing(incident.id(), false, "release");
    }
    Set<String> hers =
        numbersOf(victims, reading(worker, Role.OUTREACH_WORKER, "shared-number-check", incident));
    List<ContactCard.Shown> shown = new ArrayList<>();
    for (UUID offender : offenders) {
      Map<VaultField, Personal> fields =
          read(offender, FOR_OUTREACH, reading(worker, Role.OUTREACH_WORKER, "outreach", incident));
      Personal phone = fields.get(VaultField.PHONE);
      boolean shared = phone != null && hers.contains(digits(phone));
      if (shared) {
        fields.remove(VaultField.PHONE);
      }
      shown.add(new ContactCard.Shown(offender, listed(fields), List.of(), shared));
    }
    return new ContactCard(incident.id(), false, "", shown);
  }

  private Map<VaultField, Personal> read(UUID id, Set<VaultField> fields, Reading reading) {
    Person person = persons.findByIdOptional(id).orElseThrow();
    Map<VaultField, Personal> read = vault.read(person, fields).orElseGet(java.util.HashMap::new);
    records.persist(new AccessRecord(person, fields, reading, clock.instant()));
    return read;
  }

  /**
   * What she wished before under other ids: who reads her phone does not forget it with the next
   * incident. Every id is asked, so every read is recorded.
   */
  private List<ContactCard.Wish> wishes(UUID victim, Incident incident, Reading reading) {
    List<ContactCard.Wish> wishes = new ArrayList<>();
    for (UUID id : links.group(victim)) {
      if (!id.equals(victim)) {
        Instant said = persons.saidAt(id, VaultField.SAFE_CONTACT).orElse(null);
        Personal wish =
            read(id, EnumSet.of(VaultField.SAFE_CONTACT), reading).get(VaultField.SAFE_CONTACT);
        if (wish != null && said != null) {
          wishes.add(
              new ContactCard.Wish(said.atZone(ZoneId.of(incident.zone())).toLocalDate(), wish));
        }
      }
    }
    wishes.sort(Comparator.comparing(ContactCard.Wish::said).reversed());
    return wishes;
  }

  /**
   * Compared here and shown to nobody; a shared number would let him know, or her be called. Every
   * number she was ever known by counts: it can only take one away.
   */
  private Set<String> numbersOf(List<UUID> victims, Reading reading) {
    return victims.stream()
        .flatMap(id -> links.group(id).stream())
        .distinct()
        .flatMap(id -> read(id, EnumSet.of(VaultField.PHONE), reading).values().stream())
        .map(ReadContact::digits)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String digits(Personal phone) {
    String digits = phone.reveal().replaceAll("\\D", "");
    return digits.length() > 10 ? digits.substring(digits.length() - 10) : digits;
  }

  private static List<ContactCard.Field> listed(Map<VaultField, Personal> fields) {
    return fields.entrySet().stream()
        .map(field -> new ContactCard.Field(field.getKey(), field.getValue()))
        .toList();
  }

  private static Reading reading(Worker worker, String role, String purpose, Incident incident) {
    return new Reading(
        worker.staff().toString(), role, purpose, "assigned", null, null, incident.id());
  }

  private static Problem notYours() {
    return Problem.notFound(
        "not-assigned", "You are not assigned to this incident, or not any more.");
  }
}
