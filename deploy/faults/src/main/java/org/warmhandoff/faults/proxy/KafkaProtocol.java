package org.warmhandoff.faults.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Kafka's requests: the client's id, and how many acknowledgements each Produce request asks for.
 * Whoever asks for less than all of them loses facts with the broker, sooner or later; on one
 * broker no other trace of it could be seen.
 */
public final class KafkaProtocol implements Protocol {

  /** Acknowledged by all in-sync replicas. */
  public static final short ALL = -1;

  private static final short PRODUCE = 0;
  private static final int FIRST_FLEXIBLE_PRODUCE = 9;

  /** Request header, client id and the first fields of a Produce request fit into it. */
  private static final int HEAD = 512;

  private final Map<String, LongAdder> lax = new ConcurrentHashMap<>();

  @Override
  public Watch watch() {
    return new Requests();
  }

  /** Client ids that asked for less than all acknowledgements, with how often. */
  public Map<String, LongAdder> askedForLess() {
    return lax;
  }

  /** Frames are four bytes of length and a request; only its head is kept. */
  private final class Requests implements Watch {

    private final byte[] head = new byte[HEAD];
    private final byte[] size = new byte[Integer.BYTES];
    private int sizeRead;
    private int headRead;
    private int left;
    private volatile String client = "";

    @Override
    public void saw(byte[] bytes, int length) {
      int at = 0;
      while (at < length) {
        if (sizeRead < size.length) {
          size[sizeRead++] = bytes[at++];
          if (sizeRead == size.length) {
            left = ByteBuffer.wrap(size).getInt();
            headRead = 0;
          }
          continue;
        }
        int part = Math.min(left, length - at);
        int kept = Math.min(part, HEAD - headRead);
        System.arraycopy(bytes, at, head, headRead, kept);
        headRead += kept;
        at += part;
        left -= part;
        if (left == 0) {
          sizeRead = 0;
          request(ByteBuffer.wrap(head, 0, headRead));
        }
      }
    }

    private void request(ByteBuffer request) {
      short key = request.getShort();
      short version = request.getShort();
      request.getInt();
      short idLength = request.getShort();
      if (idLength >= 0) {
        byte[] id = new byte[idLength];
        request.get(id);
        client = new String(id, StandardCharsets.UTF_8);
      }
      if (key == PRODUCE && acknowledgements(request, version) != ALL) {
        lax.computeIfAbsent(client, name -> new LongAdder()).increment();
      }
    }

    private static short acknowledgements(ByteBuffer request, short version) {
      if (version >= FIRST_FLEXIBLE_PRODUCE) {
        varint(request); // tagged fields of the header: none
        int length = varint(request); // transactional id, one more than its length
        request.position(request.position() + Math.max(0, length - 1));
      } else {
        short length = request.getShort();
        request.position(request.position() + Math.max(0, length));
      }
      return request.getShort();
    }

    private static int varint(ByteBuffer from) {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte next = from.get();
        value |= (next & 0x7f) << shift;
        if (next >= 0) {
          return value;
        }
      }
    }

    @Override
    public String client() {
      return client;
    }
  }
}
