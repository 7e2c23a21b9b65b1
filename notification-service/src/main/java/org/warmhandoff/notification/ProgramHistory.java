package org.warmhandoff.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed which program, appended and never rewritten. */
@ApplicationScoped
public class ProgramHistory {

  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final int SHOWN = 200;

  private final EntityManager database;

  ProgramHistory(EntityManager database) {
    this.database = database;
  }

  void keep(ProgramSpec spec, ProgramChange change) {
    List<String> services = spec.policeServices() == null ? List.of() : spec.policeServices();
    database
        // Whoever asks why help changed finds the change, and whom to ask.
        .createNativeQuery(
            "insert into program_change (code, what, version, fields, changed_at, changed_by,"
                + " police_service, jurisdiction) values (:code, :what, cast(:version as integer),"
                + " cast(:fields as jsonb), :at, :by, :service, :jurisdiction)")
        .setParameter("code", spec.code())
        .setParameter("what", Codes.of(change.what()))
        .setParameter("version", text(change.version()))
        .setParameter("fields", Json.write(change.fields(), NAMES))
        .setParameter("at", change.at())
        .setParameter("by", change.by())
        .setParameter("service", String.join(",", services.stream().sorted().toList()))
        .setParameter("jurisdiction", spec.jurisdiction())
        .executeUpdate();
  }

  /** The last changes of a program, the newest first. */
  @SuppressWarnings("unchecked")
  public List<ProgramChange> of(String code) {
    List<Object[]> rows =
        database
            // The history of one program is read from its newest change back.
            .createNativeQuery(
                "select what, version, cast(fields as text), changed_at, changed_by"
                    + " from program_change where code = :code order by id desc")
            .setParameter("code", code)
            .setMaxResults(SHOWN)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new ProgramChange(
                    Codes.read(ProgramChange.What.class, (String) row[0], "/what"),
                    (Integer) row[1],
                    Json.read((String) row[2], NAMES),
                    (Instant) row[3],
                    (String) row[4]))
        .toList();
  }

  private static @Nullable String text(@Nullable Integer version) {
    return version == null ? null : version.toString();
  }
}
