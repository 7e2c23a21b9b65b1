package org.warmhandoff.bench.relay;

/**
 * Processor seconds.
 *
 * @param contestant of its process
 * @param feeding of the threads in it that tell events
 * @param database of the server with all its processes
 * @param broker of the broker
 */
record Used(double contestant, double feeding, double database, double broker) {

  Used since(Used before) {
    return new Used(
        contestant - before.contestant,
        feeding - before.feeding,
        database - before.database,
        broker - before.broker);
  }

  /** The relay and the database that works for it; the bar is over these. */
  double both() {
    return contestant + database;
  }
}
