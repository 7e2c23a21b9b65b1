package org.warmhandoff.contracts;

/** The roles a token may carry, by the names the identity provider knows them under. */
public final class Role {

  /** A police CAD or records system that posts incidents. */
  public static final String CAD = "cad";

  public static final String OFFICER = "officer";
  public static final String DISPATCHER = "dispatcher";
  public static final String SOCIAL_WORKER = "social-worker";

  /** Works on the alleged offender's side; sees nothing of the victim's. */
  public static final String OUTREACH_WORKER = "outreach-worker";

  public static final String SUPERVISOR = "shift-supervisor";

  /** An agency's system or its intake staff; the token's {@code agency} claim says which. */
  public static final String AGENCY = "agency";

  public static final String ANALYST = "analyst";
  public static final String PRIVACY_OFFICER = "privacy-officer";

  /** Sets up the whole installation; an account that is bound to a part of it has it not. */
  public static final String ADMINISTRATOR = "administrator";

  /**
   * Gives keys to the systems of one police service; the {@code police_service} claim says whose.
   */
  public static final String POLICE_ADMINISTRATOR = "police-service-administrator";

  /** Runs the installation: health, lag, traces; no personal data. */
  public static final String OPERATOR = "operator";

  /** The referral service itself, asking the vault for consented fields. */
  public static final String VAULT_READER = "vault-reader";

  private Role() {}
}
