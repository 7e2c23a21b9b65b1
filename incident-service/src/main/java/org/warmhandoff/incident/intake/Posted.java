package org.warmhandoff.incident.intake;

import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.SignedRequests;

/**
 * A report that was read and is to be taken.
 *
 * @param key the client's own key for this post, if it gave one
 * @param signed the signed request it came in, which counts as taken with it
 */
record Posted(
    String policeService,
    Report report,
    @Nullable String key,
    SignedRequests.@Nullable Claim signed) {}
