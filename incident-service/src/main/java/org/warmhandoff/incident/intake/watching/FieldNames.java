package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which names of fields may be written down. A source may well use a person's name as the name of a
 * field. One that comes with many different incidents belongs to the source's form; until then it
 * is told as a question mark.
 */
@ApplicationScoped
public class FieldNames {

  /** With fewer incidents than this a name could still be somebody's. */
  static final int INCIDENTS = 10;

  private static final int MOST_NAMES = 5_000;
  private static final String UNNAMED = "/?";

  private final LinkedHashMap<String, Set<Integer>> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<Integer>> eldest) {
          return size() > MOST_NAMES;
        }
      };

  /**
   * A place as it may be written down.
   *
   * @param pointer without content, as far as one can see that
   * @param externalId of the incident it came with; only its hash is held, and in memory
   */
  public String told(String policeService, String pointer, String externalId) {
    synchronized (seen) {
      Set<Integer> incidents =
          seen.computeIfAbsent(policeService + " " + pointer, key -> new HashSet<>());
      if (incidents.size() < INCIDENTS) {
        incidents.add(externalId.hashCode());
      }
      return incidents.size() < INCIDENTS ? UNNAMED : pointer;
    }
  }
}
