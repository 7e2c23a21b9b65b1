package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.PoliceService;

/** A source hands over what happened before: a small group of rows in one transaction. */
@ApplicationScoped
class ImportHistory {

  private final Registrar registrar;

  ImportHistory(Registrar registrar) {
    this.registrar = registrar;
  }

  /**
   * Takes the readable rows of a group and answers each row in its order; a refused row stops none
   * of the others. Rows are taken in the order of their numbers, so that two imports of the same
   * file wait for each other instead of in a circle.
   */
  @Transactional
  public List<HistoryRow.Told> take(String policeService, List<HistoryRow> rows) {
    PoliceService source = registrar.source(policeService);
    Map<Long, HistoryRow.Told> told = new HashMap<>();
    rows.stream()
        .sorted(Comparator.comparing(HistoryRow::externalId))
        .forEach(row -> told.put(row.number(), take(source, row)));
    List<HistoryRow.Told> inOrder = new ArrayList<>();
    rows.forEach(row -> inOrder.add(told.get(row.number())));
    return inOrder;
  }

  private HistoryRow.Told take(PoliceService source, HistoryRow row) {
    return switch (row) {
      case HistoryRow.Refused refused -> HistoryRow.Told.of(refused.number(), refused.problem());
      case HistoryRow.Readable readable -> {
        try {
          yield HistoryRow.Told.of(
              readable.number(), registrar.take(source, readable.report(), null));
        } catch (Problem refused) {
          yield HistoryRow.Told.of(readable.number(), refused);
        }
      }
    };
  }
}
