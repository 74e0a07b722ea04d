package org.enlacehub;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.enlacehub.bench.DispatchBench;
import org.enlacehub.bench.InboundBench;
import org.enlacehub.bench.MailBench;
import org.enlacehub.platform.database.StartRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures speed beside the raw loop of the same run; judges nothing. */
@Command(name = "bench", mixinStandardHelpOptions = true,
    description = "Measures speed: ours beside the raw loop in the same run, as a ratio. Names: dispatch, inbound, mail.")
final class BenchCommand implements Callable<Integer> {
  private static final String DISPATCH = "dispatch";
  private static final String INBOUND = "inbound";
  private static final String MAIL = "mail";
  @Parameters(index = "0", arity = "0..1", defaultValue = DISPATCH, paramLabel = "NAME", description = "Which bench (default: ${DEFAULT-VALUE}).")
  private String name;
  @Option(names = "--sizes", split = ",", defaultValue = "10000,200000", paramLabel = "N,…", description = "Messages of each run (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes;
  @Option(names = "--folder", defaultValue = "target/bench", description = "Where the bench's database lies (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    switch (name) {
      case DISPATCH -> DispatchBench.run(sizes, folder, System.out);
      case INBOUND -> InboundBench.run(sizes, folder, System.out);
      case MAIL -> MailBench.run(sizes.getFirst(), folder, System.out);
      default -> throw new StartRefused("There is no bench '" + name + "'.", "The benches are: " + DISPATCH + ", " + INBOUND + ", " + MAIL + ".");
    }
    return 0;
  }
}
