package org.warmhandoff.incident.scene;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.warmhandoff.incident.RiskTool;
import org.warmhandoff.incident.Screens;

/** The registry of risk screens as one officer may use it. */
@ApplicationScoped
class ListTools {

  private final Screens screens;

  ListTools(Screens screens) {
    this.screens = screens;
  }

  @Transactional
  public List<ToolView> list(Officer officer) {
    return Arrays.stream(RiskTool.values())
        .map(
            tool ->
                ToolView.of(tool, screens.mayUse(tool, officer.policeService(), officer.staff())))
        .toList();
  }
}
