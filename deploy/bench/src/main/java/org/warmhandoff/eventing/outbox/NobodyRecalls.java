package org.warmhandoff.eventing.outbox;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.warmhandoff.eventing.Recalled;

/** The beans of a service that takes no fact back: none. */
final class NobodyRecalls implements Instance<Recalled> {

  @Override
  public Iterator<Recalled> iterator() {
    return Collections.emptyIterator();
  }

  @Override
  public Recalled get() {
    throw new IllegalStateException("there is none");
  }

  @Override
  public boolean isUnsatisfied() {
    return true;
  }

  @Override
  public boolean isAmbiguous() {
    return false;
  }

  @Override
  public Iterable<? extends Handle<Recalled>> handles() {
    return List.of();
  }

  @Override
  public Handle<Recalled> getHandle() {
    throw new IllegalStateException("there is none");
  }

  @Override
  public void destroy(Recalled recalled) {
    throw new IllegalStateException("there is none");
  }

  @Override
  public Instance<Recalled> select(Annotation... qualifiers) {
    return this;
  }

  @Override
  public <U extends Recalled> Instance<U> select(Class<U> type, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends Recalled> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }
}
