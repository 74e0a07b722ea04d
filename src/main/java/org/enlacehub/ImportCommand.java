package org.enlacehub;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.imports.ErrorsCsv;
import org.enlacehub.contact.imports.FileSource;
import org.enlacehub.contact.imports.ImportView;
import org.enlacehub.contact.imports.Imports;
import org.enlacehub.contact.imports.UnreadableFile;
import org.enlacehub.platform.i18n.Languages;
import org.enlacehub.platform.i18n.Texts;
import org.enlacehub.platform.web.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a contact file, beside a running product or without one. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports contacts from a CSV, TSV or XLSX file. A stopped import goes on"
    + " where it was with the next start of the product. Exit 0 when it came to the end of the file, 2 when the file was refused.")
final class ImportCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final int LOOKS_A_LINE = 10;

  @Parameters(index = "0", paramLabel = "FILE", description = "The file; the first row holds the headings.")
  private Path file;
  @Option(names = "--mode", paramLabel = "MODE", defaultValue = "upsert", description = "add, update or upsert (default).")
  private String mode;
  @Option(names = {"--region", "--default-region"}, paramLabel = "COUNTRY", description = "Country of telephone numbers without a country code, such as US.")
  private String region;
  @Option(names = "--dry-run", description = "Tells what would become of each row; stores nothing.")
  private boolean dryRun;
  @Option(names = "--mapping", paramLabel = "JSON", description = "Headings to fields, where they are not recognised: {\"Dato 1\": \"phone\"}.")
  private String mapping;
  @Option(names = "--errors", paramLabel = "OUT", description = "Writes the rejected rows to this CSV file.")
  private Path errors;
  @Option(names = "--language", paramLabel = "es|en", defaultValue = "es", description = "Language of what is told about rows (default: es).")
  private String language;
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override public Integer call() throws IOException, InterruptedException {
    var out = spec.commandLine().getOut();
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      spec.commandLine().getErr().println("enlace: " + file + " cannot be read.");
      return Application.REFUSED;
    }
    try (var product = Product.beside(LaunchSettings.ofProcess())) {
      var imports = product.context().getBean(Imports.class);
      var texts = product.context().getBean(Languages.class).texts(language);
      var view = imported(imports, texts, out);
      if (view == null) {
        return Application.REFUSED;
      }
      tell(out, view);
      report(imports, texts, view, out);
      return view.failure() != null ? Application.REFUSED : 0;
    }
  }

  /** Null when the file or an option was refused. */
  private ImportView imported(Imports imports, Texts texts, PrintWriter out) throws IOException, InterruptedException {
    try {
      var request = imports.request(mode, dryRun, region, mapping);
      long id = imports.submit(FileSource.of(file), file.getFileName().toString(), request, Actor.system("import"));
      out.println("Import " + id + (dryRun ? " (dry run)" : "") + ": columns " + columns(imports.find(id).orElseThrow()));
      out.flush();
      return awaited(imports, id, out);
    } catch (UnreadableFile e) {
      refused(texts.get(e.messageKey(), e.args().toArray()));
    } catch (ProblemException e) {
      refused(e.errors().isEmpty() ? e.getMessage() : e.errors().getFirst().detail());
    }
    return null;
  }

  /** The jobs of the product do the work, here or there; this only watches. */
  private static ImportView awaited(Imports imports, long id, PrintWriter out) throws InterruptedException {
    for (int looks = 1; ; looks++) {
      Thread.sleep(LOOK);
      var view = imports.find(id).orElseThrow();
      if (view.state().isOver()) {
        return view;
      }
      if (looks % LOOKS_A_LINE == 0) {
        tell(out, view);
      }
    }
  }

  private void refused(String why) {
    spec.commandLine().getErr().println("enlace: " + why);
  }

  private static List<String> columns(ImportView view) {
    return view.columns().stream().map(c -> c.heading() + " → " + (c.field() == null ? "–" : c.field())).toList();
  }

  private static void tell(PrintWriter out, ImportView view) {
    var counts = view.counts();
    var line = new StringBuilder(String.format(Locale.ROOT, "%s: %,d rows: %,d created, %,d updated, %,d unchanged, %,d rejected", view.state(),
        counts.rows(), counts.created(), counts.updated(), counts.unchanged(), counts.rejected()));
    if (view.ratePerSecond() != null) {
      line.append(String.format(Locale.ROOT, "; %,.0f rows/s", view.ratePerSecond()));
    }
    if (view.secondsLeft() != null) {
      line.append(String.format(Locale.ROOT, "; %,d s left", view.secondsLeft()));
    }
    out.println(line);
    out.flush();
  }

  private void report(Imports imports, Texts texts, ImportView view, PrintWriter out) throws IOException {
    if (view.failure() != null) {
      refused(texts.get(view.failure().messageKey(), view.failure().args().toArray()));
    }
    if (errors != null) {
      try (var csv = new ErrorsCsv(Files.newOutputStream(errors), texts, true)) {
        imports.problems(view.id(), false).forEachRemaining(csv::add);
      }
      out.println("Rejected rows: " + errors);
    } else {
      var problems = imports.problems(view.id(), false);
      for (int i = 0; i < 10 && problems.hasNext(); i++) {
        var problem = problems.next();
        out.println("  row " + problem.row() + (problem.column().isEmpty() ? "" : ", " + problem.column()) + ": " + ErrorsCsv.message(problem, texts));
      }
      if (problems.hasNext()) {
        out.println("  … all with --errors FILE");
      }
    }
    out.flush();
  }
}
