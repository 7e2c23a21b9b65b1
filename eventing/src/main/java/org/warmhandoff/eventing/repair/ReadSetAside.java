package org.warmhandoff.eventing.repair;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.inbox.Content;
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
   * @param type null where it is none of the contract
   * @param headers and body: masked
   */
  public record Seen(
      SetAside record,
      @Nullable String type,
      Map<String, String> headers,
      @Schema(type = SchemaType.OBJECT, implementation = Object.class) JsonNode body) {}

  /**
   * The first of each key, the longest waiting first.
   *
   * @throws org.warmhandoff.console.problem.Problem 404 where a number is given and is not there
   */
  public List<Seen> read(@Nullable Long number) {
    if (number == null) {
      return ward.first(LIMIT).stream().map(ReadSetAside::seen).toList();
    }
    return List.of(
        ward.find(number)
            .map(ReadSetAside::seen)
            .orElseThrow(() -> Refusals.of(Why.NOT_THERE, null)));
  }

  private static Seen seen(Ward.Record record) {
    Content content = record.content();
    return new Seen(
        record.row(), Mask.type(content).orElse(null), Mask.headers(content), Mask.body(content));
  }
}
