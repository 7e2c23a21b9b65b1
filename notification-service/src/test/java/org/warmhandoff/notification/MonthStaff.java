package org.warmhandoff.notification;

import static org.warmhandoff.notification.SixPrograms.staff;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Who works in a simulated month: on call for one program and another, sick, unreachable, back. */
final class MonthStaff {

  static final int WORKERS = 24;

  private MonthStaff() {}

  static void hire(MemoryDesk desk, Random random) {
    desk.program(SixPrograms.windsorOnScene());
    desk.program(SixPrograms.hiatusVirtual());
    desk.program(SixPrograms.fsweEarly());
    desk.program(SixPrograms.clevelandCar());
    desk.program(SixPrograms.clevelandControl());
    desk.program(SixPrograms.richelieuOutreach());
    if (random.nextBoolean()) {
      desk.program(SixPrograms.nursePoliceTeam());
    }
    for (int i = 1; i <= WORKERS; i++) {
      desk.worker(
          new Worker(
              staff(i),
              "agency-" + i % 3,
              i % 4 == 0 ? "unit" : null,
              true,
              random.nextInt(15) > 0 ? List.of(new Channel.InApp(true)) : List.of()));
    }
    desk.worker(SixPrograms.FIRST_SUPERVISOR);
    desk.worker(SixPrograms.SECOND_SUPERVISOR);
    for (String program : desk.programs.keySet()) {
      for (int i = 0; i < 5; i++) {
        int hour = random.nextInt(24);
        int hours = 4 + random.nextInt(9);
        // over midnight, and over the hours that do not exist or exist twice
        WindowSpec shift =
            WindowSpec.of(
                random.nextBoolean() ? "FREQ=DAILY" : "FREQ=WEEKLY;BYDAY=FR,SA,SU",
                "%02d:30".formatted(hour),
                "%02d:00".formatted((hour + hours) % 24));
        int one = 1 + random.nextInt(WORKERS);
        int two = 1 + (one + random.nextInt(WORKERS - 1)) % WORKERS;
        desk.onDuty(program, shift, staff(one), staff(two));
      }
    }
  }

  /** Somebody falls ill or comes back, loses the way to be reached or has it again. */
  static void change(MemoryDesk desk, Random random) {
    UUID id = staff(1 + random.nextInt(WORKERS));
    Worker worker = desk.workers.get(id);
    if (worker != null) {
      desk.worker(
          new Worker(
              id,
              worker.organisation(),
              worker.unit(),
              random.nextInt(6) > 0,
              random.nextInt(8) > 0 ? List.of(new Channel.InApp(true)) : List.of()));
    }
  }
}
