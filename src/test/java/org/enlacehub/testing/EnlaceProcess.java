package org.enlacehub.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The product, or its sandbox, as a process of its own: it can be killed as a machine's failure kills it. */
public final class EnlaceProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final String ANSWERS = "answers at ";
  private final Process process;
  private final URI address;
  private final List<String> output;

  private EnlaceProcess(Process process, URI address, List<String> output) {
    this.process = process;
    this.address = address;
    this.output = output;
  }

  /** Starts a command with these variables in its environment; answers when it has printed its address. */
  public static EnlaceProcess start(Map<String, String> environment, String... command) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var line = new ArrayList<>(List.of(java, "-Xmx700m", "-Duser.timezone=UTC", "-Denlace.embedded.flush=1", "-Denlace.embedded.buffer=64M",
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", classes, "org.enlacehub.Application"));
    line.addAll(List.of(command));
    try {
      var builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("ENLACE_") || name.startsWith("TWILIO_"));
      builder.environment().putAll(environment);
      var process = builder.start();
      var output = Collections.synchronizedList(new ArrayList<String>());
      var address = new CompletableFuture<URI>();
      Thread.ofVirtual().start(() -> read(process, output, address));
      return new EnlaceProcess(process, address.get(START.toSeconds(), TimeUnit.SECONDS), output);
    } catch (Exception e) {
      throw new IllegalStateException("the process did not start: " + e.getMessage(), e);
    }
  }

  private static void read(Process process, List<String> output, CompletableFuture<URI> address) {
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        int at = line.indexOf(ANSWERS);
        if (at >= 0) {
          address.complete(URI.create(line.substring(at + ANSWERS.length()).strip()));
        }
      }
    } catch (IOException e) {
      output.add(e.toString());
    }
    address.completeExceptionally(new IllegalStateException("it ended: " + String.join("\n", output)));
  }

  public URI address() {
    return address;
  }

  /** Everything that it has printed, log included. */
  public String output() {
    return String.join("\n", output);
  }

  /** kill -9: nothing is closed, nothing is said. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
