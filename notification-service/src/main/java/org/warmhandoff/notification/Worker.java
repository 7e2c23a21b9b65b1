package org.warmhandoff.notification;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as routing sees one.
 *
 * @param organisation code of the agency or police service; null until registration was heard of
 * @param active whether they may be paged at all
 * @param languages BCP 47 tags of the languages they work in
 * @param skills codes, as programs name what they want and what the two of a crew are
 */
public record Worker(
    UUID id,
    @Nullable String organisation,
    @Nullable String unit,
    boolean active,
    List<Channel> channels,
    Set<String> languages,
    Set<String> skills) {

  public Worker {
    channels = List.copyOf(channels);
    languages = Set.copyOf(languages);
    skills = Set.copyOf(skills);
  }

  public Worker(
      UUID id,
      @Nullable String organisation,
      @Nullable String unit,
      boolean active,
      List<Channel> channels) {
    this(id, organisation, unit, active, channels, Set.of(), Set.of());
  }

  /** Whether they work in this language (BCP 47), whatever country's: fr serves fr-CA. */
  public boolean speaks(String tag) {
    String wanted = primary(tag);
    for (String own : languages) {
      if (primary(own).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether they can be this one of a crew. */
  public boolean canBe(@Nullable String role) {
    return role == null || skills.contains(role);
  }

  private static String primary(String tag) {
    int end = tag.indexOf('-');
    return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
  }

  public boolean reachable() {
    for (Channel channel : channels) {
      if (channel.verified()) {
        return true;
      }
    }
    return false;
  }

  /** Whether both belong to one unit of one organisation. */
  public boolean sharesUnitWith(Worker other) {
    return organisation != null
        && unit != null
        && organisation.equals(other.organisation)
        && unit.equals(other.unit);
  }
}
