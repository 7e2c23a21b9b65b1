package org.warmhandoff.local.frontdoor;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A request body that fails once it has carried more than it may; for bodies of unsaid length. */
final class LimitedStream implements ReadStream<Buffer> {

  private final ReadStream<Buffer> body;
  private final long most;
  private long carried;
  private boolean exceeded;
  private @Nullable Handler<Throwable> failed;

  LimitedStream(ReadStream<Buffer> body, long most) {
    this.body = body;
    this.most = most;
  }

  boolean exceeded() {
    return exceeded;
  }

  @Override
  public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
    body.handler(handler == null ? null : buffer -> carry(buffer, handler));
    return this;
  }

  private void carry(Buffer buffer, Handler<Buffer> handler) {
    carried += buffer.length();
    if (carried <= most) {
      handler.handle(buffer);
    } else if (!exceeded) {
      exceeded = true;
      if (failed != null) {
        failed.handle(new IllegalStateException("request body exceeds " + most + " bytes"));
      }
    }
  }

  @Override
  public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    failed = handler;
    body.exceptionHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
    body.endHandler(handler);
    return this;
  }

  @Override
  public ReadStream<Buffer> pause() {
    body.pause();
    return this;
  }

  @Override
  public ReadStream<Buffer> resume() {
    body.resume();
    return this;
  }

  @Override
  public ReadStream<Buffer> fetch(long amount) {
    body.fetch(amount);
    return this;
  }
}
