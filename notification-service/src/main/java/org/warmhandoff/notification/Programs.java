package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Programs and their versions. A version never changes, so what was compiled once is kept. */
@ApplicationScoped
public class Programs implements PanacheRepositoryBase<ProgramVersion, UUID> {

  private final Map<Key, Program> compiled = new ConcurrentHashMap<>();

  private record Key(String code, int version) {}

  /** The versions in force for a police service, in the order of their codes. */
  @SuppressWarnings("unchecked")
  public List<Program> of(String policeService) {
    List<Object[]> rows =
        getEntityManager()
            // An incident is weighed against the programs its police service works with.
            .createNativeQuery(
                "select code, version from program where present"
                    + " and jsonb_exists(body -> 'policeServices', :service) order by code")
            .setParameter("service", policeService)
            .getResultList();
    return rows.stream()
        .map(row -> version((String) row[0], ((Number) row[1]).intValue()))
        .toList();
  }

  /** One version. */
  public Program version(String code, int version) {
    return compiled.computeIfAbsent(
        new Key(code, version),
        key -> {
          ProgramVersion found =
              find("code = ?1 and version = ?2", key.code(), key.version())
                  .firstResultOptional()
                  .orElseThrow();
          return Program.of(found.body(), found.version());
        });
  }

  /** Versions of one program are put one after the other. */
  public void lockCode(String code) {
    getEntityManager()
        // Two administrators who save at the same moment get two versions, not a broken one.
        .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:code, 1001))")
        .setParameter("code", code)
        .getResultList();
  }

  /** The version in force. */
  public Optional<ProgramVersion> present(String code) {
    return find("code = ?1 and present", code).firstResultOptional();
  }

  /** The codes of the programs whose version in force names this supervisor. */
  @SuppressWarnings("unchecked")
  public List<String> supervisedBy(UUID staff) {
    return getEntityManager()
        // Whoever answers for a program today judges what was raised in it.
        .createNativeQuery(
            "select code from program where present"
                + " and jsonb_exists(body -> 'supervisors', :staff) order by code")
        .setParameter("staff", staff.toString())
        .getResultList();
  }

  /** Every program's version in force. */
  public List<ProgramVersion> present() {
    return list("present order by code");
  }
}
