package org.enlacehub;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.enlacehub.account.Actor;
import org.enlacehub.account.Staffs;
import org.enlacehub.contact.UpsertMode;
import org.enlacehub.contact.imports.FileSource;
import org.enlacehub.contact.imports.ImportRequest;
import org.enlacehub.contact.imports.Imports;
import org.enlacehub.contact.imports.UnreadableFile;
import org.enlacehub.sandbox.demo.DemoPeople;
import org.enlacehub.template.Templates;
import org.enlacehub.template.whatsapp.Registrations;

/** Fills an empty database with the demo's staff and people, by the same ways that a ministry's own data take. */
final class DemoData {
  private static final Actor DEMO = Actor.system("demo");

  private DemoData() {}

  /** Makes nobody and nothing twice. */
  static void load(ApplicationContext context) {
    var staffs = context.getBean(Staffs.class);
    for (var person : DemoStaff.PEOPLE) {
      if (staffs.findByEmail(person.email()).isEmpty()) {
        staffs.create(DEMO, person.account());
      }
    }
    // The stand-in forgets its WhatsApp texts with each stop of the demo, so they are asked for at each start.
    context.getBean(Registrations.class).ask(context.getBean(Templates.class).all().stream()
        .flatMap(template -> template.contentDrafts().stream()).toList(), DEMO);
    var imports = context.getBean(Imports.class);
    if (imports.page(null, 0, 1).isEmpty()) {
      try {
        var file = Files.createTempFile("enlace-demo", ".csv");
        try {
          Files.write(file, context.getBean(DemoPeople.class).file());
          imports.submit(FileSource.of(file), "demo-contacts.csv", new ImportRequest(UpsertMode.UPSERT, false, "US", Map.of()), DEMO);
        } finally {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (UnreadableFile e) {
        throw new IllegalStateException("the demo's own contact file cannot be read", e);
      }
    }
  }
}
