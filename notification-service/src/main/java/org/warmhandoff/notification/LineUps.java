package org.warmhandoff.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The line-ups that reasons name workers by. */
@ApplicationScoped
class LineUps {

  private static final TypeReference<List<List<UUID>>> CREWS = new TypeReference<>() {};

  /** A rota changes a few times a day: what was kept long ago is found in the table again. */
  private static final int MOST = 500;

  private final EntityManager database;
  private final AfterCommit afterCommit;
  private final Map<Key, LineUp> known = new ConcurrentHashMap<>();

  LineUps(EntityManager database, AfterCommit afterCommit) {
    this.database = database;
    this.afterCommit = afterCommit;
  }

  /** The same whatever order the crews are in, and hardly ever the same for others. */
  private record Key(String policeService, int crews, int sum) {
    static Key of(String policeService, List<List<UUID>> crews) {
      int sum = 0;
      for (List<UUID> crew : crews) {
        sum += crew.hashCode();
      }
      return new Key(policeService, crews.size(), sum);
    }
  }

  /** The line-up of these crews; kept with the present transaction, where it is a new one. */
  LineUp of(List<List<UUID>> crews, String policeService, String jurisdiction) {
    Key key = Key.of(policeService, crews);
    LineUp found = known.get(key);
    if (found != null && found.isOf(crews)) {
      return found;
    }
    LineUp lineUp = LineUp.of(policeService, crews);
    database
        // The next decisions name the same workers by their places in the same list.
        .createNativeQuery(
            "insert into line_up (id, crews, police_service, jurisdiction) values (:id,"
                + " cast(:crews as json), :service, :jurisdiction) on conflict do nothing")
        .setParameter("id", lineUp.id())
        .setParameter("crews", Json.write(lineUp.crews(), CREWS))
        .setParameter("service", policeService)
        .setParameter("jurisdiction", jurisdiction)
        .executeUpdate();
    // no other transaction names a list that this one may yet take back
    afterCommit.run(() -> remember(key, lineUp));
    return lineUp;
  }

  private void remember(Key key, LineUp lineUp) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(key, lineUp);
  }

  /** Those with these ids. */
  @SuppressWarnings("unchecked")
  Map<UUID, LineUp> of(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<Object[]> rows =
        database
            // Whoever reads reasons reads names of workers, and no places.
            .createNativeQuery("select id, cast(crews as text) from line_up where id in (:ids)")
            .setParameter("ids", ids)
            .getResultList();
    Map<UUID, LineUp> found = new HashMap<>();
    rows.forEach(
        row ->
            found.put((UUID) row[0], LineUp.of((UUID) row[0], Json.read((String) row[1], CREWS))));
    return found;
  }
}
