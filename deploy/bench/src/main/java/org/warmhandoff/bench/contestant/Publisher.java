package org.warmhandoff.bench.contestant;

/** The call gruelbox stores and runs later; its arguments are what the library can store. */
interface Publisher {

  void publish(
      String topic,
      String key,
      String id,
      String type,
      long version,
      String policeService,
      String jurisdiction,
      String mode,
      String time,
      String recordedTime,
      String body);
}
