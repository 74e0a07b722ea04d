package org.enlacehub;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the product until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true,
    description = "Starts the product: no sandbox, no demo data. Settings come from the environment.")
final class ServeCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var settings = LaunchSettings.ofProcess();
    int port = Product.port(settings);
    var product = Product.start(settings, port, Map.of());
    var out = spec.commandLine().getOut();
    out.println("Enlace answers at " + settings.get("ENLACE_PUBLIC_URL").orElse("http://localhost:" + port));
    if (settings.get("TWILIO_ACCOUNT_SID").isEmpty()) {
      out.println("No Twilio account is set (TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN): SMS and WhatsApp wait.");
    }
    out.flush();
    awaitStop(product);
    return 0;
  }

  /** Ends with the process: Ctrl-C and SIGTERM stop what is running in order. */
  static void awaitStop(Product product) throws InterruptedException {
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      product.close();
      stopped.countDown();
    }, "stop"));
    stopped.await();
  }
}
