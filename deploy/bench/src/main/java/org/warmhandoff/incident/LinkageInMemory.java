package org.warmhandoff.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;

/**
 * The vault's own linkage (its normalisation, its keyed digests, its decision) over persons kept in
 * memory, as intake runs it report by report.
 */
public final class LinkageInMemory {

  private final Acquaintances known = new Acquaintances();
  private final Likeness.Digester digester;

  /**
   * @param key of the digests, 32 bytes
   */
  public LinkageInMemory(byte[] key) {
    SecretKeySpec secret = new SecretKeySpec(key, "HmacSHA256");
    Likeness.Digester plain = (kind, parts) -> BlindIndex.digest(secret, kind, parts);
    this.digester = plain.within("made-up");
  }

  /** Somebody a report names, under a new id. */
  public record Named(UUID id, Map<VaultField, Personal> fields) {
    public Named {
      fields = Map.copyOf(fields);
    }
  }

  /**
   * What was found about two ids.
   *
   * @param linked false where it is only suggested
   * @param why code of the reason
   */
  public record Told(UUID person, UUID other, boolean linked, String why) {}

  /** Takes one report's persons, and tells what was found. */
  public void report(UUID incident, List<Named> persons, Consumer<Told> told) {
    List<Likeness> likenesses = new ArrayList<>();
    persons.forEach(person -> likenesses.add(Likeness.of(person.fields(), digester)));
    List<Likeness> apart = Likeness.apart(likenesses);
    for (int i = 0; i < persons.size(); i++) {
      UUID id = persons.get(i).id();
      known.isIn(id, incident);
      apart.get(i).traits().forEach((kind, trait) -> known.has(id, kind, trait));
    }
    Map<UUID, Likeness> searched = new LinkedHashMap<>();
    for (int i = 0; i < persons.size(); i++) {
      searched.put(persons.get(i).id(), apart.get(i));
    }
    for (Linkage.Found found : Linkage.settle(searched, known)) {
      switch (found) {
        case Linkage.Link link ->
            told.accept(new Told(link.person(), link.other(), true, link.reason().name()));
        case Linkage.Suggestion one ->
            told.accept(new Told(one.person(), one.other(), false, one.hint().name()));
      }
    }
  }

  /** Everybody an id is linked to, and the id. */
  public Set<UUID> group(UUID person) {
    return known.group(person);
  }
}
