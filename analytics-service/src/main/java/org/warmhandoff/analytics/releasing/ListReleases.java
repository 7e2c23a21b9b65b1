package org.warmhandoff.analytics.releasing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.analytics.Release;
import org.warmhandoff.analytics.Releases;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;

/** What has been closed so far. */
@ApplicationScoped
class ListReleases {

  private final Releases releases;

  ListReleases(Releases releases) {
    this.releases = releases;
  }

  /** The latest first. */
  @Transactional
  public List<ReleaseStamp> latestFirst() {
    return releases.latestFirst().stream().map(Release::stamp).toList();
  }
}
