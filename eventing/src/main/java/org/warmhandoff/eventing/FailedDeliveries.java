package org.warmhandoff.eventing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a service could not deliver to people or agencies; CDI beans of this type are listed. */
public interface FailedDeliveries {

  /** The latest, newest first. */
  List<Failed> latest(int limit);

  /**
   * One delivery that did not arrive or was not answered.
   *
   * @param what stable code, such as page-expired
   * @param id the page's assignment, or the referral
   * @param to code of the program or agency
   */
  record Failed(String what, UUID id, String to, Instant at) {}
}
