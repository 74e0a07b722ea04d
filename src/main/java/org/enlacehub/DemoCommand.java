package org.enlacehub;

import java.util.HashMap;
import java.util.concurrent.Callable;
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
    var properties = new HashMap<String, Object>();
    properties.put("enlace.sandbox", true);
    var product = Product.start(settings, port, properties);
    var out = spec.commandLine().getOut();
    out.println("Enlace answers at " + settings.get("ENLACE_PUBLIC_URL").orElse("http://localhost:" + port));
    out.flush();
    ServeCommand.awaitStop(product);
    return 0;
  }
}
