package org.warmhandoff.eventing.seal;

import java.util.List;

/** Where a service keeps what it sealed; each bean of this type is asked. */
public interface SealedPlaces {

  List<SealedPlace> places();
}
