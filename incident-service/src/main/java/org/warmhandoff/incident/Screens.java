package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.eventing.OneColumn;

/** Risk screens, and who may use those that are not for everybody. */
@ApplicationScoped
public class Screens implements PanacheRepositoryBase<ScreenEntry, UUID> {

  /** The administrator names all assessors of a tool at once; whoever is left out is none. */
  private static final String FORGET_ASSESSORS =
      "delete from screen_assessor where police_service = :policeService and tool = :tool";

  /** One assessor of one tool. */
  private static final String NAME_ASSESSOR =
      """
      insert into screen_assessor (police_service, jurisdiction, tool, staff)
      values (:policeService, :jurisdiction, :tool, :staff)""";

  /** Whether somebody was named. */
  private static final String IS_ASSESSOR =
      """
      select count(*) from screen_assessor
      where police_service = :policeService and tool = :tool and staff = :staff""";

  /** The screens of incidents that are one, the latest first. */
  public List<ScreenEntry> ofAll(Collection<UUID> incidents) {
    return list("incident in ?1 order by filledAt desc, id", incidents);
  }

  /** One of them. */
  public Optional<ScreenEntry> ofAny(Collection<UUID> incidents, UUID id) {
    return find("incident in ?1 and id = ?2", incidents, id).firstResultOptional();
  }

  /** Whether this officer may fill it in. */
  public boolean mayUse(RiskTool tool, String policeService, UUID staff) {
    return switch (tool.who()) {
      case ANY_OFFICER -> true;
      case NAMED_ASSESSOR -> isAssessor(tool, policeService, staff);
    };
  }

  /** Whether an administrator named this member of staff for the tool. */
  public boolean isAssessor(RiskTool tool, String policeService, UUID staff) {
    long named =
        OneColumn.of(getEntityManager(), IS_ASSESSOR, "count", Long.class)
            .setParameter("policeService", policeService)
            .setParameter("tool", tool.code())
            .setParameter("staff", staff)
            .getSingleResult();
    return named > 0;
  }

  /** Names a tool's assessors, all of them; of two who name them at once, the later one does. */
  public void name(RiskTool tool, PoliceService policeService, Collection<UUID> staff) {
    getEntityManager().lock(policeService, LockModeType.PESSIMISTIC_WRITE);
    getEntityManager()
        .createNativeQuery(FORGET_ASSESSORS)
        .setParameter("policeService", policeService.code())
        .setParameter("tool", tool.code())
        .executeUpdate();
    for (UUID assessor : staff.stream().distinct().toList()) {
      getEntityManager()
          .createNativeQuery(NAME_ASSESSOR)
          .setParameter("policeService", policeService.code())
          .setParameter("jurisdiction", policeService.jurisdiction())
          .setParameter("tool", tool.code())
          .setParameter("staff", assessor)
          .executeUpdate();
    }
  }
}
