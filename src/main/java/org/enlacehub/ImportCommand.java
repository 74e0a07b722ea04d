package org.enlacehub;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.UpsertMode;
import org.enlacehub.contact.imports.FileSource;
import org.enlacehub.contact.imports.ImportRequest;
import org.enlacehub.contact.imports.ImportView;
import org.enlacehub.contact.imports.Imports;
import org.enlacehub.contact.imports.UnreadableFile;
import org.enlacehub.platform.database.StartRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a contact file; beside a product that runs, or by itself. */
@Command(name = "import", mixinStandardHelpOptions = true,
    description = "Imports contacts from a CSV, TSV or XLSX file and waits until it is done. Exit 1 when rows were rejected.")
final class ImportCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofMillis(500);
  @Parameters(paramLabel = "FILE", description = "The contact file.")
  private Path file;
  @Option(names = "--mode", defaultValue = "upsert", description = "add, update or upsert (default: ${DEFAULT-VALUE}).")
  private String mode;
  @Option(names = "--region", description = "Country of telephone numbers that name none, such as US.")
  private String region;
  @Option(names = "--dry-run", description = "Says what would happen and changes nothing.")
  private boolean dryRun;
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw new StartRefused("The file " + file + " cannot be read.", "Check its name and permissions.");
    }
    var wanted = Arrays.stream(UpsertMode.values()).filter(m -> m.name().equalsIgnoreCase(mode)).findFirst()
        .orElseThrow(() -> new StartRefused("'" + mode + "' is no mode.", "Use add, update or upsert."));
    try (var product = Product.beside(LaunchSettings.ofProcess())) {
      return run(product.context(), new ImportRequest(wanted, dryRun, region, Map.of()));
    }
  }

  private int run(ApplicationContext context, ImportRequest request) throws IOException, InterruptedException {
    var imports = context.getBean(Imports.class);
    var out = spec.commandLine().getOut();
    long id;
    try {
      id = imports.submit(FileSource.of(file), file.getFileName().toString(), request, Actor.system("import"));
    } catch (UnreadableFile e) {
      throw new StartRefused("The file is no contact file: " + e.getMessage(), "Give a CSV, TSV or XLSX file with a heading line.");
    }
    ImportView view;
    do {
      Thread.sleep(LOOK);
      view = imports.find(id).orElseThrow();
    } while (!view.state().isOver());
    var counts = view.counts();
    out.printf("%s: %,d rows: %,d created, %,d updated, %,d unchanged, %,d rejected%n", view.state(), counts.rows(), counts.created(),
        counts.updated(), counts.unchanged(), counts.rejected());
    if (counts.rejected() > 0) {
      out.println("What was rejected and why: the console under Contactos, or GET /api/v1/contacts/imports/" + id + "/errors.csv");
    }
    out.flush();
    return counts.rejected() > 0 || view.failure() != null ? 1 : 0;
  }
}
