package org.enlacehub;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.enlacehub.bench.AudienceBench;
import org.enlacehub.bench.ContactsBench;
import org.enlacehub.bench.DispatchBench;
import org.enlacehub.bench.ImportBench;
import org.enlacehub.bench.InboundBench;
import org.enlacehub.bench.MailBench;
import org.enlacehub.bench.ReceiptsBench;
import org.enlacehub.bench.TriageBench;
import org.enlacehub.platform.database.StartRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures speed beside the raw loop of the same run; judges nothing. */
@Command(name = "bench", mixinStandardHelpOptions = true,
    description = "Measures speed: ours beside the raw loop in the same run, as a ratio. Names: dispatch, receipts, inbound, mail, audience, contacts,"
        + " import, triage.")
final class BenchCommand implements Callable<Integer> {
  private static final String DISPATCH = "dispatch";
  private static final List<Integer> MESSAGES = List.of(10_000, 200_000);
  private static final List<Integer> RECEIPTS = List.of(20_000);
  private static final List<Integer> PEOPLE = List.of(10_000, 100_000, 1_000_000);
  @Parameters(index = "0", arity = "0..1", defaultValue = DISPATCH, paramLabel = "NAME", description = "Which bench (default: ${DEFAULT-VALUE}).")
  private String name;
  @Option(names = "--sizes", split = ",", paramLabel = "N,…", description = "Messages or people of each run, the smallest first (default:"
      + " 10000,200000 messages; 10000,100000,1000000 people).")
  private List<Integer> sizes;
  @Option(names = "--folder", defaultValue = "target/bench", description = "Where the bench's database lies (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    switch (name) {
      case DISPATCH -> DispatchBench.run(sizes(MESSAGES), folder, System.out);
      case "receipts" -> ReceiptsBench.run(sizes(RECEIPTS), folder, System.out);
      case "inbound" -> InboundBench.run(sizes(MESSAGES), folder, System.out);
      case "mail" -> MailBench.run(sizes(MESSAGES).getFirst(), folder, System.out);
      case "audience" -> AudienceBench.run(sizes(PEOPLE), folder.resolve("people"), System.out);
      case "contacts" -> ContactsBench.run(sizes(PEOPLE), folder.resolve("people"), System.out);
      case "import" -> ImportBench.run(sizes(PEOPLE), folder.resolve("import"), System.out);
      case "triage" -> TriageBench.run(sizes(MESSAGES), System.out);
      default -> throw new StartRefused("There is no bench '" + name + "'.",
          "The benches are: dispatch, receipts, inbound, mail, audience, contacts, import, triage.");
    }
    return 0;
  }

  private List<Integer> sizes(List<Integer> usual) {
    return sizes == null ? usual : sizes;
  }
}
