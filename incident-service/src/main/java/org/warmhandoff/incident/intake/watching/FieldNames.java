package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which names of fields may be written down. A source may well use a person's name as the name of a
 * field. One that comes with many different incidents, and with a good part of all of them, belongs
 * to the source's form; until then it is told as a question mark. Each process learns by itself.
 */
@ApplicationScoped
public class FieldNames {

  /** With fewer incidents than this a name could still be somebody's. */
  static final int INCIDENTS = 10;

  /** One in so many looks must show it: an officer's name comes again, though not so often. */
  static final int SHARE = 4;

  /** Of one police service, so that a source with made-up names does not drive out another's. */
  private static final int MOST_NAMES = 1_000;

  private static final String UNNAMED = "/?";

  private final ConcurrentHashMap<String, Form> forms = new ConcurrentHashMap<>();

  /** What is known of one police service's form. */
  private static final class Form {
    private long looks;
    private final Map<String, Name> names =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Name> eldest) {
            return size() > MOST_NAMES;
          }
        };
  }

  /** A name, since which look it is known, in how many it was seen and with which incidents. */
  private static final class Name {
    private final long since;
    private long seen;
    private final Set<Integer> incidents = new HashSet<>();

    private Name(long since) {
      this.since = since;
    }
  }

  /** A post of this police service is looked at. */
  public void look(String policeService) {
    Form form = forms.computeIfAbsent(policeService, code -> new Form());
    synchronized (form) {
      form.looks++;
    }
  }

  /**
   * A place as it may be written down.
   *
   * @param pointer without content, as far as one can see that
   * @param externalId of the incident it came with; only its hash is held, and in memory
   */
  public String told(String policeService, String pointer, String externalId) {
    Form form = forms.computeIfAbsent(policeService, code -> new Form());
    synchronized (form) {
      Name name = form.names.computeIfAbsent(pointer, key -> new Name(form.looks));
      name.seen++;
      if (name.incidents.size() < INCIDENTS) {
        name.incidents.add(externalId.hashCode());
      }
      boolean often = name.seen * SHARE >= form.looks - name.since;
      return name.incidents.size() < INCIDENTS || !often ? UNNAMED : pointer;
    }
  }
}
