package org.warmhandoff.contracts;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may touch which topic: one principal per service and per agency, everything else denied. The
 * administrator's principal creates topics and grants; no service's own principal can.
 */
public final class Access {

  public static final String INCIDENT_SERVICE = "incident-service";
  public static final String REFERRAL_SERVICE = "referral-service";
  public static final String NOTIFICATION_SERVICE = "notification-service";
  public static final String ANALYTICS_SERVICE = "analytics-service";

  /** Reads every shared topic and every group's progress, writes nothing: status and demo. */
  public static final String OBSERVER = "observer";

  private static final List<Grant> SHARED =
      Stream.of(
              writes(INCIDENT_SERVICE, Topics.INCIDENT, Topics.PERSON, Topics.STAFF),
              // it tells of duplicates, and hands every advisory on to the CAD
              writes(INCIDENT_SERVICE, Topics.CAD_ADVISORIES),
              reads(INCIDENT_SERVICE, Topics.ASSIGNMENT, Topics.CAD_ADVISORIES),
              writes(NOTIFICATION_SERVICE, Topics.ASSIGNMENT, Topics.CAD_ADVISORIES),
              reads(NOTIFICATION_SERVICE, Topics.INCIDENT, Topics.STAFF, Topics.CONSENT),
              writes(REFERRAL_SERVICE, Topics.CONSENT, Topics.REFERRAL),
              reads(
                  REFERRAL_SERVICE,
                  Topics.INCIDENT,
                  Topics.PERSON,
                  Topics.ASSIGNMENT,
                  Topics.CONSENT),
              reads(
                  ANALYTICS_SERVICE,
                  Topics.INCIDENT,
                  Topics.PERSON,
                  Topics.ASSIGNMENT,
                  Topics.CONSENT,
                  Topics.REFERRAL),
              reads(
                  OBSERVER,
                  Topics.INCIDENT,
                  Topics.PERSON,
                  Topics.STAFF,
                  Topics.ASSIGNMENT,
                  Topics.CONSENT,
                  Topics.REFERRAL,
                  Topics.CAD_ADVISORIES),
              Stream.of(
                  group(INCIDENT_SERVICE),
                  group(NOTIFICATION_SERVICE),
                  group(REFERRAL_SERVICE),
                  group(ANALYTICS_SERVICE),
                  group(OBSERVER),
                  new Grant(OBSERVER, Resource.GROUP, "*", Operation.DESCRIBE)))
          .flatMap(grants -> grants)
          .toList();

  private Access() {}

  /**
   * One permission.
   *
   * @param name the topic's name; for a group, the prefix its id must start with
   */
  public record Grant(String principal, Resource resource, String name, Operation operation) {}

  /** What a grant is about. */
  public enum Resource {
    TOPIC,
    GROUP
  }

  /** What may be done; reading and writing include describing. */
  public enum Operation {
    READ,
    WRITE,
    DESCRIBE
  }

  /** The grants every installation has. */
  public static List<Grant> shared() {
    return SHARED;
  }

  /** The principal an agency connects as. */
  public static String principalOf(String agency) {
    Topics.agencyReferrals(agency); // refuses what is no agency code
    return "agency-" + agency;
  }

  /** An agency reads its referrals and writes its answers; the referral service the other way. */
  public static List<Grant> ofAgency(String agency) {
    String principal = principalOf(agency);
    String referrals = Topics.agencyReferrals(agency);
    String answers = Topics.agencyAnswers(agency);
    return Stream.of(
            reads(principal, referrals),
            writes(principal, answers),
            Stream.of(group(principal)),
            writes(REFERRAL_SERVICE, referrals),
            reads(REFERRAL_SERVICE, answers))
        .flatMap(grants -> grants)
        .toList();
  }

  private static Stream<Grant> writes(String principal, String... topics) {
    return Stream.of(topics)
        .map(topic -> new Grant(principal, Resource.TOPIC, topic, Operation.WRITE));
  }

  private static Stream<Grant> reads(String principal, String... topics) {
    return Stream.of(topics)
        .map(topic -> new Grant(principal, Resource.TOPIC, topic, Operation.READ));
  }

  private static Grant group(String principal) {
    return new Grant(principal, Resource.GROUP, principal, Operation.READ);
  }
}
