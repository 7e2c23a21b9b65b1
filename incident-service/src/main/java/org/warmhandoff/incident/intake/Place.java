package org.warmhandoff.incident.intake;

import org.jspecify.annotations.Nullable;

/**
 * A post's place in the crowd. It is held until its connection and the thread that works for it
 * have both done with it: whoever hangs up early still has a post waiting.
 */
final class Place {

  /** Of a request that needed none. */
  static Place none() {
    return new Place(null, "", 0);
  }

  private @Nullable Crowd crowd;
  private String source;
  private int places;
  private int holders = 1;

  /** A place that was given already. */
  Place(@Nullable Crowd crowd, String source, int places) {
    this.crowd = crowd;
    this.source = source;
    this.places = places;
  }

  /** Holds it once more; false where all have let go of it. */
  synchronized boolean hold() {
    if (holders == 0) {
      return false;
    }
    holders++;
    return true;
  }

  /** Moves it to where it belongs; false, and it stays, where there is no room. */
  synchronized boolean move(Crowd to, String whose) {
    if (crowd == null || crowd == to) {
      return true;
    }
    if (!to.enter(whose, places)) {
      return false;
    }
    crowd.leave(source, places);
    crowd = to;
    source = whose;
    return true;
  }

  /** Its post was read, and is so large. */
  synchronized void weighs(long bytes) {
    int now = Crowd.places(bytes);
    if (crowd != null && now != places) {
      crowd.resize(source, now - places);
      places = now;
    }
  }

  synchronized void letGo() {
    if (holders > 0 && --holders == 0 && crowd != null) {
      crowd.leave(source, places);
    }
  }
}
