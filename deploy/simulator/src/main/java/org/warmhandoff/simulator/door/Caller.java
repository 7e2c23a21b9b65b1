package org.warmhandoff.simulator.door;

/**
 * Whose token a request carries.
 *
 * @param client client id at the identity provider
 */
public record Caller(String client) {

  /** The CAD client of a police service. */
  public static Caller cad(String policeService) {
    return new Caller("cad-" + policeService);
  }

  /** An agency's system. */
  public static Caller agency(String code) {
    return new Caller("agency-" + code);
  }

  /** Whoever runs the installation. */
  public static Caller operator() {
    return new Caller("operator");
  }

  /**
   * A demo person of the local stack, whose token its identity provider gives without a browser.
   */
  public static Caller person(String userName) {
    return new Caller("person:" + userName);
  }
}
