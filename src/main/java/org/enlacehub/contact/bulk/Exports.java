package org.enlacehub.contact.bulk;

import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.enlacehub.account.Actor;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.ContactFacts;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.contact.Contacts;
import org.enlacehub.contact.imports.SafeCsv;
import org.enlacehub.platform.settings.ScratchFiles;

/**
 * The people of an act as a file, under the headings of contact files. No cell is one that a spreadsheet would run. Consent is left
 * out: read back from a file it would be granted for addresses that it was not given for.
 */
@Singleton
public class Exports {
  private static final List<String> COLUMNS = List.of("external_id", "name", "given_name", "family_name", "phone", "whatsapp", "email",
      "language", "country", "area", "city", "postal_code", "consulate", "birth_year", "tags");
  private static final int STEP = 500;
  /** A sheet holds at most 1,048,576 rows (Excel's specifications); the heading is one of them. */
  private static final int SHEET_ROWS = 1_048_575;
  private final BulkRepository repository;
  private final Contacts contacts;
  private final ContactFields fields;
  private final ScratchFiles scratch;

  Exports(BulkRepository repository, Contacts contacts, ContactFields fields, ScratchFiles scratch) {
    this.repository = repository;
    this.contacts = contacts;
    this.fields = fields;
    this.scratch = scratch;
  }

  /** The kinds of file. */
  public enum Format { CSV, XLSX }

  /** A file of those who are still there and within the actor's desk, read from a private file that goes when the stream is closed. */
  public InputStream open(BulkAct act, Format format, Actor actor) throws IOException {
    var file = scratch.create("." + format.name().toLowerCase(java.util.Locale.ROOT));
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
        switch (format) {
          case CSV -> csv(act, actor, out);
          case XLSX -> xlsx(act, actor, out);
        }
      }
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void csv(BulkAct act, Actor actor, OutputStream out) throws IOException {
    try (var csv = new SafeCsv(out, true)) {
      csv.row(headings());
      people(act, actor, contact -> csv.row(cells(contact)));
    }
  }

  private void xlsx(BulkAct act, Actor actor, OutputStream out) throws IOException {
    if (act.people() > SHEET_ROWS) throw new IOException("more people than a sheet has rows");
    var book = new Workbook(out, "Enlace", "1.0");
    var sheet = book.newWorksheet("contactos");
    var row = new int[] {0};
    Consumer<List<String>> write = cells -> {
      for (int i = 0; i < cells.size(); i++) if (!cells.get(i).isEmpty()) sheet.value(row[0], i, SafeCsv.neutral(cells.get(i)));
      row[0]++;
      if (row[0] % STEP == 0) flush(sheet);
    };
    write.accept(headings());
    people(act, actor, contact -> write.accept(cells(contact)));
    book.finish();
  }

  private static void flush(org.dhatim.fastexcel.Worksheet sheet) {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void people(BulkAct act, Actor actor, Consumer<Contact> each) {
    for (var step = repository.chosen(act.id(), 0, STEP); !step.isEmpty(); step = repository.chosen(act.id(), step.getLast(), STEP)) {
      var found = contacts.findAll(step);
      step.stream().map(found::get).filter(Objects::nonNull).filter(c -> actor.scope().covers(c.consulate())).forEach(each);
    }
  }

  private List<String> headings() {
    var all = new ArrayList<>(COLUMNS);
    fields.all().forEach(field -> all.add(field.name()));
    return all;
  }

  private List<String> cells(Contact contact) {
    var facts = ContactFacts.of(contact);
    return headings().stream().map(name -> facts.getOrDefault(name, "")).toList();
  }
}
