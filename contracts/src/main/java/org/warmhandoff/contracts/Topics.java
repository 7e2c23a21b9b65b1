package org.warmhandoff.contracts;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one list of topics. Facts are kept for ever: a new consumer, or a rebuilt one, starts at the
 * beginning.
 */
public final class Topics {

  public static final String INCIDENT = "incident.events.v1";
  public static final String PERSON = "person.events.v1";
  public static final String STAFF = "staff.events.v1";
  public static final String ASSIGNMENT = "assignment.events.v1";
  public static final String CONSENT = "consent.events.v1";
  public static final String REFERRAL = "referral.events.v1";
  public static final String CAD_ADVISORIES = "cad.advisories.v1";

  /** Regular expression that matches every agency's answer topic. */
  public static final String AGENCY_ANSWERS_PATTERN = "agency\\.[a-z0-9-]+\\.answers\\.v1";

  private static final Pattern AGENCY_CODE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
  private static final int PARTITIONS = 12;
  private static final int AGENCY_PARTITIONS = 3;

  private static final Map<String, String> FACT_CONFIG =
      Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete");

  private static final List<Topic> SHARED =
      List.of(
          fact(INCIDENT),
          fact(PERSON),
          fact(STAFF),
          fact(ASSIGNMENT),
          fact(CONSENT),
          fact(REFERRAL),
          fact(CAD_ADVISORIES));

  private Topics() {}

  /** A topic as it is to be created. */
  public record Topic(String name, int partitions, Map<String, String> config) {}

  /** The topics every installation has. */
  public static List<Topic> shared() {
    return SHARED;
  }

  /** The two topics of an agency: what it is sent, and what it answers. */
  public static List<Topic> ofAgency(String code) {
    return List.of(
        new Topic(agencyReferrals(code), AGENCY_PARTITIONS, FACT_CONFIG),
        new Topic(agencyAnswers(code), AGENCY_PARTITIONS, FACT_CONFIG));
  }

  /** The topic an agency reads. */
  public static String agencyReferrals(String code) {
    return "agency." + checked(code) + ".referrals.v1";
  }

  /** The topic an agency answers on. */
  public static String agencyAnswers(String code) {
    return "agency." + checked(code) + ".answers.v1";
  }

  /** Whether a code may name an agency: lower-case letters, digits and hyphens, 40 at most. */
  public static boolean isAgencyCode(String code) {
    return AGENCY_CODE.matcher(code).matches();
  }

  /** The topic an event belongs on. */
  public static String of(Event event) {
    return switch (event) {
      case IncidentEvent e -> INCIDENT;
      case PersonEvent e -> PERSON;
      case StaffEvent e -> STAFF;
      case AssignmentEvent e -> ASSIGNMENT;
      case ConsentEvent e -> CONSENT;
      case ReferralEvent e -> REFERRAL;
      case CadAdvisory e -> CAD_ADVISORIES;
      case AgencyReferral e -> agencyReferrals(e.agency());
      case AgencyAnswer e -> agencyAnswers(e.agency());
    };
  }

  private static Topic fact(String name) {
    return new Topic(name, PARTITIONS, FACT_CONFIG);
  }

  private static String checked(String code) {
    if (!isAgencyCode(code)) {
      throw new IllegalArgumentException("not an agency code");
    }
    return code;
  }
}
