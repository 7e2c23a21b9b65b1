package org.warmhandoff.referral;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AgencyAnswer.Status;

/**
 * Where a referral stands, by the Gravity SDOH closed-loop referral (FHIR Task). A move that is not
 * a method of the state it starts from does not exist.
 */
public sealed interface ReferralState {

  /** A referral that may still move; only these can be withdrawn from. */
  sealed interface Open extends ReferralState {
    default Withdrawn withdraw() {
      return new Withdrawn();
    }
  }

  /** A referral that is over. */
  sealed interface Closed extends ReferralState {}

  /** Taken up in some way: the agency may end it. */
  sealed interface TakenUp extends Open {
    default Cancelled cancel(String reason) {
      return new Cancelled(reason);
    }

    default Failed fail(String reason) {
      return new Failed(reason);
    }
  }

  /** Sent; the agency has not answered. */
  record Requested() implements Open {
    public Accepted accept() {
      return new Accepted();
    }

    public Rejected reject(String reason) {
      return new Rejected(reason);
    }
  }

  /** The agency took it on. */
  record Accepted() implements TakenUp {
    public InProgress start() {
      return new InProgress();
    }

    public OnHold hold(String reason) {
      return new OnHold(reason);
    }

    public Completed complete() {
      return new Completed();
    }
  }

  /** The agency works with the person. */
  record InProgress() implements TakenUp {
    public OnHold hold(String reason) {
      return new OnHold(reason);
    }

    public Completed complete() {
      return new Completed();
    }
  }

  /** The agency waits for something. */
  record OnHold(String reason) implements TakenUp {
    public InProgress resume() {
      return new InProgress();
    }
  }

  /** The agency does not take it on. */
  record Rejected(String reason) implements Closed {}

  /** The loop closed: the work is done. */
  record Completed() implements Closed {}

  /** Called off by the agency. */
  record Cancelled(String reason) implements Closed {}

  /** Tried and not possible. */
  record Failed(String reason) implements Closed {}

  /** The person took the consent back. */
  record Withdrawn() implements Closed {}

  /** The stable code of the state, as in {@code in-progress}. */
  default String code() {
    return switch (this) {
      case Requested s -> "requested";
      case Accepted s -> "accepted";
      case InProgress s -> "in-progress";
      case OnHold s -> "on-hold";
      case Rejected s -> "rejected";
      case Completed s -> "completed";
      case Cancelled s -> "cancelled";
      case Failed s -> "failed";
      case Withdrawn s -> "withdrawn";
    };
  }

  /** The reason the standard asks for in this state, if it does. */
  default Optional<String> because() {
    return switch (this) {
      case OnHold s -> Optional.of(s.reason());
      case Rejected s -> Optional.of(s.reason());
      case Cancelled s -> Optional.of(s.reason());
      case Failed s -> Optional.of(s.reason());
      case Requested s -> Optional.empty();
      case Accepted s -> Optional.empty();
      case InProgress s -> Optional.empty();
      case Completed s -> Optional.empty();
      case Withdrawn s -> Optional.empty();
    };
  }

  /**
   * The state an agency's answer leads to; empty where there is no such move from here.
   *
   * @param reason required by {@link Status#needsReason()}, ignored otherwise
   */
  default Optional<ReferralState> answered(Status status, @Nullable String reason) {
    String why = reason == null ? "" : reason;
    if (status.needsReason() && why.isEmpty()) {
      throw new IllegalArgumentException(status + " needs a reason");
    }
    return Optional.ofNullable(
        switch (this) {
          case Requested s ->
              switch (status) {
                case ACCEPTED -> s.accept();
                case REJECTED -> s.reject(why);
                case IN_PROGRESS, ON_HOLD, COMPLETED, CANCELLED, FAILED -> null;
              };
          case Accepted s ->
              switch (status) {
                case IN_PROGRESS -> s.start();
                case ON_HOLD -> s.hold(why);
                case COMPLETED -> s.complete();
                case CANCELLED -> s.cancel(why);
                case FAILED -> s.fail(why);
                case ACCEPTED, REJECTED -> null;
              };
          case InProgress s ->
              switch (status) {
                case ON_HOLD -> s.hold(why);
                case COMPLETED -> s.complete();
                case CANCELLED -> s.cancel(why);
                case FAILED -> s.fail(why);
                case ACCEPTED, REJECTED, IN_PROGRESS -> null;
              };
          case OnHold s ->
              switch (status) {
                case IN_PROGRESS -> s.resume();
                case CANCELLED -> s.cancel(why);
                case FAILED -> s.fail(why);
                case ACCEPTED, REJECTED, ON_HOLD, COMPLETED -> null;
              };
          case Closed s -> null;
        });
  }

  /** The state its stored code and reason stand for. */
  static ReferralState of(String code, @Nullable String reason) {
    String why = reason == null ? "" : reason;
    return switch (code) {
      case "requested" -> new Requested();
      case "accepted" -> new Accepted();
      case "in-progress" -> new InProgress();
      case "on-hold" -> new OnHold(why);
      case "rejected" -> new Rejected(why);
      case "completed" -> new Completed();
      case "cancelled" -> new Cancelled(why);
      case "failed" -> new Failed(why);
      case "withdrawn" -> new Withdrawn();
      default -> throw new IllegalArgumentException("no referral state " + code);
    };
  }
}
