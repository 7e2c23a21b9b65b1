package org.warmhandoff.testbed;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a {@code @QuarkusTest} against the real broker, database and identity provider. They start
 * once a test JVM and are shared by its tests, and so is the application.
 */
@QuarkusTestResource(StackResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithStack {

  /** The service under test, such as incident-service: its database, its principal, its keys. */
  String value();
}
