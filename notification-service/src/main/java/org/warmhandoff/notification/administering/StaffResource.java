package org.warmhandoff.notification.administering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.GivenChannel;

/** How staff can be reached. */
@Path("/api/v1/staff")
public class StaffResource {

  private static final int MOST = 10;

  private final PutChannels putChannels;
  private final Caller caller;

  StaffResource(PutChannels putChannels, Caller caller) {
    this.putChannels = putChannels;
    this.caller = caller;
  }

  /** The channels of one member of staff, whole, in the order they are tried. */
  public record Channels(@Nullable List<@Nullable StaffChannel> channels) {}

  /**
   * One way to reach them.
   *
   * @param kind in-app, sms, voice or email
   * @param verified whether it is known to be theirs; absent: no
   * @param address telephone number as in E.164, or mailbox; absent in the app
   * @param proof how it was proven: called-back, seen-in-person or employers-record
   */
  public record StaffChannel(
      @Nullable String kind,
      @Nullable Boolean verified,
      @Nullable String address,
      @Nullable String proof) {}

  /** Replaces the channels; only verified ones are ever used. */
  @PUT
  @Path("/{id}/channels")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  public void put(UUID id, Channels given) {
    if (given == null || given.channels() == null || given.channels().size() > MOST) {
      throw Problem.wrong("wrong-configuration", "Channels were expected.")
          .at("/channels")
          .expected("a list of at most 10, empty where they cannot be reached");
    }
    try {
      putChannels.put(id, read(given.channels()), caller.userName());
    } catch (Flaw flaw) {
      throw flaw.problem();
    }
  }

  private static List<GivenChannel> read(List<@Nullable StaffChannel> given) {
    List<GivenChannel> channels = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      StaffChannel one = given.get(i);
      if (one == null) {
        throw new Flaw("/channels/" + i, "a channel");
      }
      channels.add(
          GivenChannel.read(
              one.kind(),
              Boolean.TRUE.equals(one.verified()),
              one.address(),
              one.proof(),
              "/channels/" + i));
    }
    return channels;
  }
}
