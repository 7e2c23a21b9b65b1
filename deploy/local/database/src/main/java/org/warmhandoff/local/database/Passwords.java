package org.warmhandoff.local.database;

import java.util.Locale;
import java.util.Map;

/** The passwords of the superuser and the roles, from the environment. */
record Passwords(Map<String, String> environment) {

  static Passwords from(Map<String, String> environment) {
    return new Passwords(Map.copyOf(environment));
  }

  String admin() {
    return named(Database.ADMIN_PASSWORD);
  }

  String of(String role) {
    return named("HANDOFF_PASSWORD_" + role.toUpperCase(Locale.ROOT));
  }

  private String named(String variable) {
    String password = environment.get(variable);
    if (password == null || password.isBlank()) {
      throw new IllegalArgumentException(variable + " is not set");
    }
    return password;
  }

  @Override
  public String toString() {
    return "Passwords";
  }
}
