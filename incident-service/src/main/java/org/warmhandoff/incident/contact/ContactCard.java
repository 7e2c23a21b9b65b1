package org.warmhandoff.incident.contact;

import java.util.List;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.VaultField;

/**
 * What the page shows.
 *
 * @param victim whether it is the victim's side
 * @param instead why nothing is shown: referral, release or review; empty where something is
 */
record ContactCard(boolean victim, String instead, List<Shown> people) {

  /** One person; a number shared with the other side is withheld. */
  record Shown(List<Field> fields, boolean numberWithheld) {}

  /** One field of a person. */
  record Field(VaultField name, Personal value) {
    public String code() {
      return name.name();
    }
  }

  public boolean shown() {
    return instead.isEmpty();
  }

  static ContactCard nothing(boolean victim, String instead) {
    return new ContactCard(victim, instead, List.of());
  }
}
