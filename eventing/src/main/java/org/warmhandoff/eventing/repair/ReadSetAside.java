package org.warmhandoff.eventing.repair;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.inbox.Content;
import org.warmhandoff.eventing.inbox.Deed;
import org.warmhandoff.eventing.inbox.Repair.Why;
import org.warmhandoff.eventing.inbox.SetAside;
import org.warmhandoff.eventing.inbox.Ward;

/** Reads records that were set aside, masked. */
@ApplicationScoped
public class ReadSetAside {

  private static final int LIMIT = 200;

  private final Ward ward;

  ReadSetAside(Ward ward) {
    this.ward = ward;
  }

  /**
   * A record as an operator sees it.
   *
   * @param type null where it is none of the contract, and in a list, which opens no record
   * @param headers and body: masked
   * @param history what was done to it, the latest first; not in a list
   */
  public record Seen(
      SetAside record,
      @Nullable String type,
      Map<String, String> headers,
      @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode body,
      List<Deed> history) {

    /** As a list shows it. */
    static Seen unopened(SetAside row) {
      return new Seen(row, null, Map.of(), Mask.UNOPENED, List.of());
    }
  }

  /**
   * Some of the records that can be acted on.
   *
   * @param total how many there are in all
   * @param next number after which the list goes on; null at its end
   */
  public record Listed(List<SetAside> records, long total, @Nullable Long next) {
    public Listed {
      records = List.copyOf(records);
    }

    /** Whether there are more than these. */
    public boolean isPart() {
      return records.size() < total;
    }
  }

  /**
   * The first of each key, the longest waiting first; their content stays sealed.
   *
   * @param after the number before the first one wanted, 0 for the begin
   */
  public Listed list(long after) {
    Ward.Page page = ward.first(after, LIMIT + 1);
    List<SetAside> rows = page.rows().stream().limit(LIMIT).map(Mask::row).toList();
    return new Listed(
        rows, page.total(), page.rows().size() > LIMIT ? rows.getLast().number() : null);
  }

  /**
   * One record, opened.
   *
   * @throws org.warmhandoff.console.problem.Problem 404 where it is not there
   */
  public Seen read(long number) {
    Ward.Record record = ward.find(number).orElseThrow(() -> Refusals.of(Why.NOT_THERE, null));
    Content content = record.content();
    return new Seen(
        Mask.row(record.row()),
        Mask.type(content).orElse(null),
        Mask.headers(content),
        Mask.body(content),
        ward.history(number));
  }
}
