package org.warmhandoff.incident.administering;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key on the one occasion it is told.
 *
 * @param id public, to find it by in the list
 * @param key the key itself
 * @param signed whether its requests must be signed
 * @param signingSecret where its requests must be signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FreshKey(
    String id,
    @Schema(description = "shown this once, stored nowhere") String key,
    boolean signed,
    @Schema(description = "shown this once") @Nullable String signingSecret) {

  @Override
  public String toString() {
    return "FreshKey[" + id + "]";
  }
}
