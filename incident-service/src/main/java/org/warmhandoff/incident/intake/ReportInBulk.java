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

/** A source reports many incidents at once: a small group of rows in one transaction. */
@ApplicationScoped
class ReportInBulk {

  private final Registrar registrar;

  ReportInBulk(Registrar registrar) {
    this.registrar = registrar;
  }

  /**
   * Takes the readable rows of a group and answers each row in its order; a refused row stops none
   * of the others. Rows are taken in the order of their numbers, so that two streams of the same
   * file wait for each other instead of in a circle.
   */
  @Transactional
  public List<Row.Told> take(String policeService, List<Row> rows) {
    PoliceService source = registrar.source(policeService);
    Map<Long, Row.Told> told = new HashMap<>();
    rows.stream()
        .sorted(Comparator.comparing(Row::externalId))
        .forEach(row -> told.put(row.number(), take(source, row)));
    List<Row.Told> inOrder = new ArrayList<>();
    rows.forEach(row -> inOrder.add(told.get(row.number())));
    return inOrder;
  }

  private Row.Told take(PoliceService source, Row row) {
    return switch (row) {
      case Row.Refused refused -> Row.Told.of(refused.number(), refused.problem());
      case Row.Readable readable -> {
        try {
          yield Row.Told.of(
              readable.number(), registrar.take(source, readable.report(), readable.key()));
        } catch (Problem refused) {
          yield Row.Told.of(readable.number(), refused);
        }
      }
    };
  }
}
