package org.warmhandoff.faults.proxy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** PostgreSQL's start-up message names the database: that is who the client is. */
public final class PostgresProtocol implements Protocol {

  private static final int LONGEST = 1024;
  private static final String DATABASE = "\0database\0";

  @Override
  public Watch watch() {
    return new Startup();
  }

  private static final class Startup implements Watch {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private volatile String client = "";

    @Override
    public void saw(byte[] bytes, int length) {
      if (!client.isEmpty() || said.size() > LONGEST) {
        return;
      }
      said.write(bytes, 0, length);
      String text = said.toString(StandardCharsets.ISO_8859_1);
      int at = text.indexOf(DATABASE);
      if (at >= 0) {
        int begin = at + DATABASE.length();
        int end = text.indexOf('\0', begin);
        if (end > begin) {
          client = text.substring(begin, end);
        }
      }
    }

    @Override
    public String client() {
      return client;
    }
  }
}
