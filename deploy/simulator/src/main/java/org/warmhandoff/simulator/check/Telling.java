package org.warmhandoff.simulator.check;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;

/** Tells verdicts as they come, and keeps nothing of them but how many there were. */
abstract sealed class Telling {

  private long told;
  private long taken;

  /** Tells one. */
  final void tell(Verdict verdict) throws IOException {
    told++;
    if (verdict.taken()) {
      taken++;
    }
    write(verdict);
  }

  long told() {
    return told;
  }

  long taken() {
    return taken;
  }

  abstract void write(Verdict verdict) throws IOException;

  /** Says how it went as a whole. */
  abstract void end() throws IOException;

  /** For people. */
  static final class InWords extends Telling {

    private final PrintStream out;
    private final boolean brief;

    InWords(PrintStream out, boolean brief) {
      this.out = out;
      this.brief = brief;
    }

    @Override
    void write(Verdict verdict) {
      if (brief) {
        out.println(verdict.summary());
      } else {
        verdict.print(out);
        out.println();
      }
    }

    @Override
    void end() {
      out.printf("%d of %d would be taken as they are. Nothing was stored.%n", taken(), told());
    }
  }

  /** One JSON document, whose last field says whether all would be taken. */
  static final class ForMachines extends Telling {

    private final PrintStream out;
    private final JsonGenerator json;

    ForMachines(PrintStream out) throws IOException {
      this.out = out;
      // Whoever gave the stream goes on with it.
      this.json =
          new ObjectMapper()
              .createGenerator(out)
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
              .useDefaultPrettyPrinter();
      this.json.writeStartObject();
      this.json.writeArrayFieldStart("samples");
    }

    @Override
    void write(Verdict verdict) throws IOException {
      json.writeTree(verdict.json());
      json.flush();
    }

    @Override
    void end() throws IOException {
      json.writeEndArray();
      json.writeBooleanField("taken", taken() == told());
      json.writeEndObject();
      json.close();
      out.println();
    }
  }
}
