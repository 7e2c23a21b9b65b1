package org.warmhandoff.testbed;

/** Passwords for principals and roles: known on purpose, for data that lives as long as a test. */
final class Passwords {

  static final String ADMIN = of("admin");

  private Passwords() {}

  static String of(String name) {
    return "testbed-" + name;
  }
}
