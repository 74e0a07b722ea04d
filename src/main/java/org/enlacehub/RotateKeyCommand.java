package org.enlacehub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.enlacehub.contact.Upkeep;
import org.enlacehub.platform.crypto.MasterKeyFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes the master key while the product runs. */
@Command(name = "rotate-key", mixinStandardHelpOptions = true, description = "Makes a new master key, puts it in front of the others in the key"
    + " file and wraps everybody's key by it, beside a running product or without one. What was stopped goes on with the next call. The old"
    + " key still opens backups: keep it with them. With ENLACE_MASTER_KEY, put the new key in front yourself, restart every node, then call this.")
final class RotateKeyCommand implements Callable<Integer> {
  @Option(names = "--forget-old", description = "Afterwards removes the old keys from the file, when nothing needs them any more.")
  private boolean forgetOld;
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var settings = LaunchSettings.ofProcess();
    var file = keyFile(settings);
    // Two keys in the file are a rotation that was begun: it goes on, and makes no third.
    file.filter(f -> f.keys().size() == 1 && !forgetOld).ifPresent(MasterKeyFile::putNewInFront);
    try (var product = Product.beside(settings)) {
      var upkeep = product.context().getBean(Upkeep.class);
      long wrapped = 0;
      // Until a pass finds nothing: what was made under the old key during a pass is found by the next.
      for (long pass = upkeep.rewrap(); pass > 0; pass = upkeep.rewrap()) {
        wrapped += pass;
        out.println(wrapped + " keys wrapped anew");
        out.flush();
      }
      out.println("Every contact's key is wrapped by the current master key.");
    }
    if (file.isPresent()) {
      if (forgetOld) {
        file.get().keepFirst();
        out.println("The old keys are no longer in " + file.get() + ". Backups from before need them: keep a copy there.");
      } else {
        out.println("The key file is " + file.get() + ": copy it to every other node now, and where you keep its copy.");
      }
    }
    return 0;
  }

  /** Empty when the keys are in the environment, or none was made yet. */
  private static Optional<MasterKeyFile> keyFile(LaunchSettings settings) {
    if (settings.get("ENLACE_MASTER_KEY").isPresent()) {
      return Optional.empty();
    }
    var path = settings.get("ENLACE_MASTER_KEY_FILE").map(Path::of).orElseGet(() -> settings.dataDir().resolve("master.key"));
    return Files.exists(path) ? Optional.of(new MasterKeyFile(path)) : Optional.empty();
  }
}
