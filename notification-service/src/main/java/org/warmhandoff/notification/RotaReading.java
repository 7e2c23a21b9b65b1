package org.warmhandoff.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts shifts together as routing asks for them: by program, alone and together. */
final class RotaReading {

  private RotaReading() {}

  static Map<String, ProgramRota> of(List<ShiftRow> shifts) {
    Map<String, Map<List<UUID>, List<Duty>>> alone = new HashMap<>();
    Map<String, Map<List<UUID>, List<Duty>>> together = new HashMap<>();
    Map<UUID, List<ShiftRow>> crews = new LinkedHashMap<>();
    for (ShiftRow shift : shifts) {
      crews.computeIfAbsent(shift.crew(), crew -> new ArrayList<>()).add(shift);
      UUID staff = shift.staff();
      if (staff != null) {
        shift.programs().forEach(program -> add(alone, program, List.of(staff), shift.duty()));
      }
    }
    for (List<ShiftRow> crew : crews.values()) {
      crew.sort(Comparator.comparingInt(ShiftRow::place));
      List<UUID> staff = new ArrayList<>();
      for (ShiftRow shift : crew) {
        if (shift.staff() instanceof UUID taken) {
          staff.add(taken);
        }
      }
      // a crew with an open place goes nowhere
      if (staff.size() == crew.size()) {
        ShiftRow any = crew.getFirst();
        any.programs().forEach(program -> add(together, program, staff, any.duty()));
      }
    }
    Map<String, ProgramRota> rota = new HashMap<>();
    alone.forEach(
        (program, each) ->
            rota.put(
                program,
                new ProgramRota(
                    rostered(each), rostered(together.getOrDefault(program, Map.of())))));
    return rota;
  }

  private static void add(
      Map<String, Map<List<UUID>, List<Duty>>> to, String program, List<UUID> staff, Duty duty) {
    to.computeIfAbsent(program, code -> new LinkedHashMap<>())
        .computeIfAbsent(staff, crew -> new ArrayList<>())
        .add(duty);
  }

  private static List<Rostered> rostered(Map<List<UUID>, List<Duty>> duties) {
    return duties.entrySet().stream()
        .map(one -> new Rostered(new Decision.Crew(one.getKey()), one.getValue()))
        .toList();
  }
}
