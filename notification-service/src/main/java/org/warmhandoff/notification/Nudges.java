package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says, once it is committed, that something on a page is not as it was: to the members of staff it
 * concerns, and to the board of their police service. It says that, and nothing of what. Pages open
 * at another process are not told, and look again by themselves.
 */
@ApplicationScoped
public class Nudges {

  private final AfterCommit afterCommit;
  private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

  Nudges(AfterCommit afterCommit) {
    this.afterCommit = afterCommit;
  }

  /** The subject of a member of staff's own pages. */
  public static String staff(UUID staff) {
    return "staff/" + staff;
  }

  /** The subject of a police service's board. */
  public static String board(String policeService) {
    return "board/" + policeService;
  }

  /**
   * Is told of a subject from now on.
   *
   * @return ends that
   */
  public Runnable listen(String subject, Runnable listener) {
    listeners.compute(
        subject,
        (same, present) -> {
          Set<Runnable> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(listener);
          return all;
        });
    return () ->
        listeners.computeIfPresent(
            subject,
            (same, present) -> {
              present.remove(listener);
              return present.isEmpty() ? null : present;
            });
  }

  /** Tells them after the commit. */
  public void tell(Collection<UUID> staff, String policeService) {
    if (listeners.isEmpty()) {
      return;
    }
    Set<String> subjects = new HashSet<>();
    staff.forEach(one -> subjects.add(staff(one)));
    subjects.add(board(policeService));
    afterCommit.run(
        () ->
            subjects.forEach(
                subject -> listeners.getOrDefault(subject, Set.of()).forEach(Runnable::run)));
  }
}
