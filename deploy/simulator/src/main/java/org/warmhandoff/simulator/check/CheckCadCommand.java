package org.warmhandoff.simulator.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check-cad FILE...|URL}. */
@Command(
    name = "check-cad",
    mixinStandardHelpOptions = true,
    description = {
      "Says what intake makes of a CAD's samples: what it understands field by field, what decides"
          + " nothing, what it would refuse and how to mend it. Nothing is stored.",
      "A sample is our own JSON, an EIDO, a CloudEvent or a batch of them, lines of reports, plain"
          + " or gzipped. Ends with 0 only where all of them would be taken."
    })
public final class CheckCadCommand implements Callable<Integer> {

  @Mixin private Installation installation = new Installation();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|URL",
      description = "samples; an address is asked once, without a token")
  private List<String> places = new ArrayList<>();

  @Option(
      names = "--police-service",
      paramLabel = "CODE",
      defaultValue = "windsor",
      description = "whose CAD it is: its own codes are known (default: ${DEFAULT-VALUE})")
  private String policeService = "windsor";

  @Option(
      names = "--type",
      paramLabel = "MEDIA-TYPE",
      description = "the content type your CAD sends (default: by what the sample looks like)")
  private @Nullable String type;

  @Option(names = "--brief", description = "one line per sample")
  private boolean brief;

  @Option(names = "--json", description = "for machines: everything as one JSON document")
  private boolean json;

  private final PrintStream out = System.out;

  /** For the command line. */
  public CheckCadCommand() {}

  @Override
  public Integer call() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      Samples finder = new Samples(http, type);
      for (String place : places) {
        samples.addAll(finder.at(place));
      }
    }
    if (samples.isEmpty()) {
      System.err.println(
          "There is no sample there: .json, .ndjson, .jsonl or .eido, plain or .gz.");
      return 2;
    }
    List<Verdict> verdicts = new Check(installation.door(), policeService).of(samples);
    if (json) {
      print(verdicts);
    } else {
      tell(verdicts);
    }
    return Verdict.all(verdicts) ? 0 : 1;
  }

  private void tell(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      if (brief) {
        out.println(verdict.summary());
      } else {
        verdict.print(out);
        out.println();
      }
    }
    long taken = verdicts.stream().filter(Verdict::taken).count();
    out.printf(
        "%d of %d would be taken as they are. Nothing was stored.%n", taken, verdicts.size());
  }

  private void print(List<Verdict> verdicts) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode all = mapper.createObjectNode().put("taken", Verdict.all(verdicts));
    verdicts.forEach(verdict -> all.withArray("samples").add(verdict.json()));
    out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(all));
  }
}
