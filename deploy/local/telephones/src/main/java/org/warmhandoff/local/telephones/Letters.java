package org.warmhandoff.local.telephones;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A mail server that takes every letter and delivers none; what it took is put into the outbox. */
final class Letters implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Letters.class.getName());

  private final GreenMail server;
  private final Outbox outbox;
  private final InstantSource clock;
  private final ScheduledExecutorService collector =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  private volatile Runnable listener = () -> {};

  Letters(int port, Outbox outbox, InstantSource clock) {
    this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    this.outbox = outbox;
    this.clock = clock;
  }

  int port() {
    return server.getSmtp().getPort();
  }

  void onLetter(Runnable told) {
    listener = told;
  }

  void open() {
    server.start();
    collector.scheduleWithFixedDelay(this::collect, 1, 1, TimeUnit.SECONDS);
  }

  private void collect() {
    try {
      MimeMessage[] taken = server.getReceivedMessages();
      for (MimeMessage letter : taken) {
        outbox.take(read(letter));
        listener.run();
      }
      if (taken.length > 0) {
        server.purgeEmailFromAllMailboxes();
      }
    } catch (MessagingException | IOException | FolderException | RuntimeException failed) {
      LOG.log(Level.WARNING, "letters could not be read, and are again", failed);
    }
  }

  private Sent read(MimeMessage letter) throws MessagingException, IOException {
    String id = letter.getMessageID();
    return new Sent(
        id,
        id,
        Sent.Kind.LETTER,
        clock.instant(),
        GreenMailUtil.getAddressList(letter.getFrom()),
        GreenMailUtil.getAddressList(letter.getAllRecipients()),
        letter.getSubject() + "\n" + String.valueOf(letter.getContent()).strip(),
        0,
        null);
  }

  @Override
  public void close() {
    collector.shutdownNow();
    server.stop();
  }
}
