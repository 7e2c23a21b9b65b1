package org.warmhandoff.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what Kafka's own client would write, in pieces as a network delivers it. */
class KafkaProtocolTest {

  @ParameterizedTest
  @ValueSource(shorts = {3, 7, 8, 9, 11, 13})
  void seesWhoAsksForLessThanAllAcknowledgements(short version) {
    KafkaProtocol protocol = new KafkaProtocol();
    Protocol.Watch watch = protocol.watch();
    Random random = new Random(version);

    feed(watch, random, produce("careful", version, (short) -1));
    assertThat(protocol.askedForLess()).isEmpty();
    assertThat(watch.client()).isEqualTo("careful");

    feed(watch, random, produce("hasty", version, (short) 1));
    feed(watch, random, produce("hasty", version, (short) 0));
    assertThat(protocol.askedForLess().keySet()).containsExactly("hasty");
    assertThat(protocol.askedForLess().values()).extracting(Number::intValue).containsExactly(2);
  }

  private static void feed(Protocol.Watch watch, Random random, byte[] frame) {
    for (int at = 0; at < frame.length; ) {
      int part = Math.min(1 + random.nextInt(7), frame.length - at);
      byte[] buffer = new byte[part];
      System.arraycopy(frame, at, buffer, 0, part);
      watch.saw(buffer, part);
      at += part;
    }
  }

  private static byte[] produce(String client, short version, short acks) {
    RequestHeaderData header =
        new RequestHeaderData()
            .setRequestApiKey(ApiKeys.PRODUCE.id)
            .setRequestApiVersion(version)
            .setCorrelationId(7)
            .setClientId(client);
    ProduceRequestData body = new ProduceRequestData().setAcks(acks).setTimeoutMs(1000);
    short headerVersion = ApiKeys.PRODUCE.requestHeaderVersion(version);
    ObjectSerializationCache cache = new ObjectSerializationCache();
    int size = size(header, cache, headerVersion) + size(body, cache, version);
    ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + size).putInt(size);
    header.write(new ByteBufferAccessor(frame), cache, headerVersion);
    body.write(new ByteBufferAccessor(frame), cache, version);
    return frame.array();
  }

  private static int size(Message message, ObjectSerializationCache cache, short version) {
    return message.size(cache, version);
  }
}
