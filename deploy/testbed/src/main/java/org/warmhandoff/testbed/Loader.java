package org.warmhandoff.testbed;

import java.util.function.Supplier;

/**
 * Kafka's clients look their parts up by name in the thread's context class loader. Under Quarkus
 * that may be another one than the clients' own, and the parts found there do not fit.
 */
final class Loader {

  private Loader() {}

  static <T> T ours(Supplier<T> creation) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Loader.class.getClassLoader());
    try {
      return creation.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
