package org.enlacehub;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.enlacehub.sandbox.InsideProduct;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the product as a newcomer should meet it: nothing to install, nothing leaves the machine. */
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Starts the product with an embedded database under ./data, sandbox carriers and invented people.")
final class DemoCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var settings = LaunchSettings.ofProcess();
    int port = Product.port(settings);
    var out = spec.commandLine().getOut();
    out.println("Enlace starts; the first time this takes half a minute…");
    out.flush();
    var product = Product.start(settings, port, properties(settings, port));
    DemoData.load(product.context());
    print(settings.get("ENLACE_PUBLIC_URL").orElse("http://localhost:" + port), out);
    ServeCommand.awaitStop(product);
    return 0;
  }

  /** The sandbox inside the product, but for the carriers that the environment names (a sandbox in another process). */
  private static Map<String, Object> properties(LaunchSettings settings, int port) {
    var all = new HashMap<>(InsideProduct.properties(port));
    all.keySet().removeIf(property -> settings.get(property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")).isPresent());
    all.put("enlace.demo", true);
    return all;
  }

  private static void print(String address, PrintWriter out) {
    out.println();
    out.println("Enlace answers at " + address);
    out.println("The phone of any migrant: " + address + "/sandbox/phone");
    out.println();
    out.println("Sign in with one of these; the password of all is " + DemoStaff.PASSWORD);
    DemoStaff.PEOPLE.forEach(p -> out.printf("  %-32s %-14s %s%n", p.email(), p.role(), p.desk() == null ? "" : p.desk()));
    out.println();
    out.println("Stop with Ctrl-C; what happened is kept under the data folder.");
    out.flush();
  }
}
