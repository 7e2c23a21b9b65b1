package org.warmhandoff.incident.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A stream of lines that stays open. */
final class OpenLines implements AutoCloseable {

  private final Socket socket;
  private final OutputStream out;
  private final BufferedReader in;

  OpenLines(JsonNode key) throws IOException {
    socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout((int) Doors.PATIENCE.toMillis());
    out = socket.getOutputStream();
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out.write(
        ("POST /incident/api/v1/incidents HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: "
                + key.path("key").asText()
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** In one piece. */
  void send(JsonNode... reports) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (JsonNode report : reports) {
      lines.append(report).append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.write("\r\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The status of the answer as a whole. */
  int status() throws IOException {
    return Integer.parseInt(in.readLine().split(" ")[1]);
  }

  /** The next row's answer. */
  JsonNode told() throws IOException {
    String line = in.readLine();
    while (line != null && !line.startsWith("{")) {
      line = in.readLine();
    }
    return line == null ? Doors.JSON.nullNode() : Doors.json(line);
  }

  /** The body of a refusal, which is one object. */
  String problem() throws IOException {
    StringBuilder read = new StringBuilder();
    for (int one = in.read(); one >= 0 && one != '}'; one = in.read()) {
      read.append((char) one);
    }
    return read.toString();
  }

  /** Whether nothing more is answered. */
  boolean hasEnded() {
    try {
      return told().isNull();
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
