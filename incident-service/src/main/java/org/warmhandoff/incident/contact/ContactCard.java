package org.warmhandoff.incident.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.VaultField;

/**
 * What the page shows.
 *
 * @param incident opaque id, for the way to the consent form
 * @param victim whether it is the victim's side
 * @param instead why nothing is shown: referral, release or review; empty where something is
 */
record ContactCard(UUID incident, boolean victim, String instead, List<Shown> people) {

  /**
   * One person, by vault id; a number shared with the other side is withheld.
   *
   * @param wishes how they wished to be contacted in other incidents, the newest first
   */
  record Shown(UUID person, List<Field> fields, List<Wish> wishes, boolean numberWithheld) {}

  /** A wish of another incident; its day where it happened. */
  record Wish(LocalDate said, Personal value) {}

  /** One field of a person. */
  record Field(VaultField name, Personal value) {
    public String code() {
      return name.name();
    }
  }

  public boolean shown() {
    return instead.isEmpty();
  }

  static ContactCard nothing(UUID incident, boolean victim, String instead) {
    return new ContactCard(incident, victim, instead, List.of());
  }
}
