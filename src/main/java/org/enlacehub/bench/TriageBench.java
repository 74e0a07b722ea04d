package org.enlacehub.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.triage.LabelledMessage;
import org.enlacehub.triage.Triage;

/**
 * How long triage thinks about one message, on one thread: the labelled examples as they stand, and texts as long as ten SMS.
 * The promise is at most five milliseconds a message. Processor time is told, too: it is the same beside busy neighbours.
 */
public final class TriageBench {
  private static final Duration PROMISED = Duration.ofMillis(5);
  private static final int LONGEST_SMS = 1_600;
  private static final int WARM_UP = 5_000;

  private final Triage triage;
  private final PrintStream out;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /** Nanoseconds of each message, sorted: by the clock, and of the processor. */
  private record Times(long[] clock, long[] processor) {}

  private TriageBench(Triage triage, PrintStream out) {
    this.triage = triage;
    this.out = out;
  }

  /**
   * Runs it and prints what it found.
   *
   * @param sizes how many messages each run judges
   */
  public static void run(List<Integer> sizes, PrintStream out) {
    var folders = ConfigFolders.chosen(null);
    long start = System.nanoTime();
    var bench = new TriageBench(Triage.load(folders), out);
    out.printf("rules and examples read and learnt in %.1f s%n", (System.nanoTime() - start) / 1e9);
    var findings = new Findings();
    var texts = LabelledMessage.read(folders.config().resolve("triage/examples.csv"), findings).stream()
        .map(LabelledMessage::text).toList();
    findings.throwIfAny();
    bench.measure(texts, WARM_UP);
    for (int size : sizes) {
      bench.print("as people write", bench.measure(texts, size));
      bench.print(LONGEST_SMS + " characters", bench.measure(texts.stream().map(TriageBench::longest).toList(), size / 10));
    }
  }

  /** {@code [sizes…]}; 20,000 without any. */
  public static void main(String[] sizes) {
    run(sizes.length == 0 ? List.of(20_000) : Arrays.stream(sizes).map(Integer::valueOf).toList(), System.out);
  }

  private Times measure(List<String> texts, int size) {
    var times = new Times(new long[Math.max(1, size)], new long[Math.max(1, size)]);
    for (int i = 0; i < times.clock.length; i++) {
      long start = System.nanoTime();
      long used = threads.getCurrentThreadCpuTime();
      triage.assess(texts.get(i % texts.size()));
      times.processor[i] = threads.getCurrentThreadCpuTime() - used;
      times.clock[i] = System.nanoTime() - start;
    }
    Arrays.sort(times.clock);
    Arrays.sort(times.processor);
    return times;
  }

  private void print(String what, Times times) {
    long late = Arrays.stream(times.clock).filter(n -> n > PROMISED.toNanos()).count();
    out.printf("%,9d messages %-17s median %.2f ms, p99 %.2f ms, %d beyond %d ms; processor p99 %.2f ms, p99.9 %.2f ms%n",
        times.clock.length, what, at(times.clock, 0.5), at(times.clock, 0.99), late, PROMISED.toMillis(),
        at(times.processor, 0.99), at(times.processor, 0.999));
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }

  private static String longest(String text) {
    return (text + " ").repeat(LONGEST_SMS / (text.length() + 1) + 1).substring(0, LONGEST_SMS);
  }
}
