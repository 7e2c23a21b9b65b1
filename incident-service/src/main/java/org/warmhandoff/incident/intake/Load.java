package org.warmhandoff.incident.intake;

import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.incident.Report;

/** How much a group holds already: its reports, the persons they name, and about how many bytes. */
final class Load {

  /** What a report takes besides its text. */
  private static final int REPORT = 512;

  /** What each person takes besides. */
  private static final int PERSON = 256;

  private int reports;
  private int persons;
  private long bytes;

  /** About how many bytes of memory a report takes while it waits. */
  static long of(Report report) {
    long text = report.canonical().reveal().length();
    text += report.kept() == null ? 0 : report.kept().reveal().length();
    return REPORT + text + (long) PERSON * report.persons().size();
  }

  /** Cuts rows into groups of which each fits in one transaction. */
  static List<List<Row>> groups(List<Row> rows) {
    List<List<Row>> groups = new ArrayList<>();
    int from = 0;
    while (from < rows.size()) {
      Load load = new Load();
      int to = from;
      while (to < rows.size() && load.hasRoom(GroupCommit.MOST)) {
        load.add(rows.get(to++));
      }
      groups.add(rows.subList(from, to));
      from = to;
    }
    return groups;
  }

  /** Whether one more may be added, of so many at most. */
  boolean hasRoom(int most) {
    return reports < most && persons < GroupCommit.MOST_PERSONS && bytes < GroupCommit.MOST_BYTES;
  }

  void add(Report report) {
    reports++;
    persons += report.persons().size();
    bytes += of(report);
  }

  void add(Row row) {
    if (row instanceof Row.Readable one) {
      add(one.report());
    } else {
      reports++;
    }
  }
}
