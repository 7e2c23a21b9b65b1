package org.warmhandoff.incident.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.StaffEvent.StaffRegistered;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.BlindIndex;
import org.warmhandoff.incident.BlindIndex.Kind;
import org.warmhandoff.incident.Digest;
import org.warmhandoff.incident.Person;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.Persons;
import org.warmhandoff.incident.PoliceService;
import org.warmhandoff.incident.PoliceServices;
import org.warmhandoff.incident.StaffMember;
import org.warmhandoff.incident.StaffMembers;
import org.warmhandoff.incident.Vault;
import org.warmhandoff.incident.VaultField;

/** Puts a member of staff's name into the vault and tells the others the rest. */
@ApplicationScoped
class RegisterStaff {

  private final StaffMembers staff;
  private final Persons persons;
  private final PoliceServices policeServices;
  private final Vault vault;
  private final BlindIndex index;
  private final Outbox outbox;
  private final InstantSource clock;

  RegisterStaff(
      StaffMembers staff,
      Persons persons,
      PoliceServices policeServices,
      Vault vault,
      BlindIndex index,
      Outbox outbox,
      InstantSource clock) {
    this.staff = staff;
    this.persons = persons;
    this.policeServices = policeServices;
    this.vault = vault;
    this.index = index;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Registers; the same again tells nothing.
   *
   * @throws Problem 409 where the id is a person's who is not staff
   */
  @Transactional
  public void register(StaffRegistered registered, Personal name) {
    Digest digest = index.of(Kind.STAFF_NAME, registered.staff().toString(), name.reveal());
    Optional<StaffMember> known = staff.locked(registered.staff());
    if (known.filter(member -> member.is(registered, digest)).isPresent()) {
      return;
    }
    StaffMember member = known.orElseGet(() -> first(registered, digest));
    Instant now = clock.instant();
    member.become(registered, digest);
    Person person = persons.locked(registered.staff()).orElseThrow();
    vault.write(person, VaultField.NAME, name, now);
    outbox.tell(member.next(), registered);
  }

  private StaffMember first(StaffRegistered registered, Digest digest) {
    if (persons.findByIdOptional(registered.staff()).isPresent()) {
      throw Problem.conflict("not-staff", "This id belongs to a person who is not staff.");
    }
    PoliceService own = policeServices.findById(registered.organisation());
    String policeService = own == null ? "" : own.code();
    String jurisdiction = own == null ? "" : own.jurisdiction();
    vault.open(registered.staff(), policeService, jurisdiction, clock.instant());
    StaffMember member = new StaffMember(policeService, jurisdiction, registered, digest);
    staff.persist(member);
    return member;
  }
}
