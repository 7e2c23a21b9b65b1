package org.warmhandoff.local.launcher;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.warmhandoff.contracts.Role;

/** What a newcomer needs once everything runs: where to look, as whom, and what to try. */
final class Welcome {

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put(Role.OFFICER, "/incident/scene");
    PAGES.put(Role.SOCIAL_WORKER, "/notification/duty");
    PAGES.put(Role.OUTREACH_WORKER, "/notification/duty");
    PAGES.put(Role.SUPERVISOR, "/notification/duty");
    PAGES.put(Role.DISPATCHER, "/notification/board");
    PAGES.put(Role.AGENCY, "/referral/inbox");
    PAGES.put(Role.ANALYST, "/analytics/");
  }

  private Welcome() {}

  static void print(Installation installation, DataFolder data, Ports ports, Duration start) {
    DemoPeople people = DemoPeople.in(installation);
    Map<String, List<String>> names = people.userNamesByRole();
    Say.line("");
    Say.line(
        "Warm Handoff is up after %s: %s".formatted(Say.seconds(start), ports.frontDoorAddress()));
    Say.line("");
    Say.line(
        "Everybody in it is made up. Sign in with a name from the list; there is no password.");
    PAGES.forEach(
        (role, page) -> {
          List<String> users = names.getOrDefault(role, List.of());
          if (!users.isEmpty()) {
            Say.line(
                "  %-17s %-46s %s"
                    .formatted(
                        role,
                        ports.frontDoorAddress() + page,
                        String.join(", ", ofEachKind(users))));
          }
        });
    Say.line("");
    Say.line(
        "To be somebody else, sign out on the start page. Who is paged depends on who is on duty");
    Say.line(
        "now; at any hour that is the workers by phone and video. Some have a telephone: what");
    Say.line("goes there can be read and answered at " + ports.telephonesAddress() + "/");
    Say.line("");
    Say.line("Try next:");
    Say.line(
        "  ./handoff demo       a week of a city's incidents, played through (after ./handoff down)");
    Say.line("  ./handoff status     what runs, what waits, how much memory it takes");
    Say.line("  ./handoff logs       what the programs say, in " + data.logs());
    Say.line("  ./handoff down       stop; what was stored stays in " + data.path());
  }

  /** Of people who are numbered, the first two of each kind: enough to try every program. */
  private static List<String> ofEachKind(List<String> users) {
    return users.stream().filter(user -> !user.matches(".*-([3-9]|[1-9][0-9]+)")).limit(8).toList();
  }
}
