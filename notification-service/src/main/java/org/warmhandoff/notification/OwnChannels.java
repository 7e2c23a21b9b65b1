package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of staff's own telephones and mailboxes, those they have not proven yet among them. */
@ApplicationScoped
public class OwnChannels {

  private final EntityManager database;
  private final Contacts contacts;
  private final Workers workers;

  OwnChannels(EntityManager database, Contacts contacts, Workers workers) {
    this.database = database;
    this.contacts = contacts;
    this.workers = workers;
  }

  /** In the order they are tried; those that are not proven yet after them. */
  public List<OwnChannel> of(UUID staff) {
    List<Channel> kept =
        workers.findByIdOptional(staff).map(row -> row.worker().channels()).orElse(List.of());
    List<OwnChannel> own = new ArrayList<>();
    Set<UUID> listed = new HashSet<>();
    for (Channel channel : kept) {
      if (channel instanceof Channel.Outside outside) {
        listed.add(outside.id());
        shown(staff, outside.id(), Channel.kind(channel), outside.verified()).forEach(own::add);
      }
    }
    for (Object[] row : kept(staff)) {
      if (listed.add((UUID) row[0])) {
        shown(staff, (UUID) row[0], (String) row[1], false).forEach(own::add);
      }
    }
    return own;
  }

  /** Forgets one of theirs; what is not theirs is not there. */
  public void forget(UUID staff, UUID contact) {
    WorkerRow worker = workers.lockedOrNew(staff);
    worker.reachableBy(
        worker.worker().channels().stream()
            .filter(one -> !(one instanceof Channel.Outside out) || !out.id().equals(contact))
            .toList());
    contacts.forget(staff, contact);
  }

  /** Forgets the system of their agency, proven or not. */
  public void forgetSystem(UUID staff) {
    of(staff).stream()
        .filter(channel -> channel.kind().equals("webhook"))
        .map(OwnChannel::id)
        .forEach(id -> forget(staff, id));
  }

  private List<OwnChannel> shown(UUID staff, UUID id, String kind, boolean verified) {
    Object[] trial = trial(id);
    return contacts.address(staff, id).stream()
        .map(
            address ->
                new OwnChannel(
                    id,
                    kind,
                    OwnChannel.shown(kind, address),
                    verified,
                    (@Nullable String) trial[0],
                    (Boolean) trial[1]))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> kept(UUID staff) {
    return database
        // What was begun and never proven is shown too, so that it can be gone on with or dropped.
        .createNativeQuery("select id, kind from staff_contact where staff = :staff order by id")
        .setParameter("staff", staff)
        .getResultList();
  }

  private Object[] trial(UUID contact) {
    return (Object[])
        database
            // Whoever waits for a code sees whether it is on its way.
            .createNativeQuery(
                "select (select d.state from delivery d where d.channel = :contact"
                    + " and d.notice = 'code' order by d.made_at desc limit 1),"
                    + " exists (select 1 from channel_trial t where t.contact = :contact"
                    + " and t.ended_at is null and t.good_until > clock_timestamp())")
            .setParameter("contact", contact)
            .getSingleResult();
  }
}
