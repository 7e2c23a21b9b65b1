package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import org.warmhandoff.eventing.DueWork;

/** The assignments' deadlines, as the flow of the service counts them. */
@ApplicationScoped
public class AssignmentDeadlines implements DueWork {

  private final CountDue countDue;

  AssignmentDeadlines(CountDue countDue) {
    this.countDue = countDue;
  }

  @Override
  public String name() {
    return "assignments";
  }

  @Override
  public long due() {
    return countDue.count();
  }
}
