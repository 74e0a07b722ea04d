package org.enlacehub.contact.imports;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.ContactFields;
import org.enlacehub.platform.settings.ScratchFiles;
import org.enlacehub.territory.Territory;

/** The files of imports: kept, opened with everything that reading them needs, and forgotten. */
@Singleton
class ImportFiles {
  /** How long a file is kept that no import has brought in. */
  static final Duration KEPT = Duration.ofHours(24);
  /** Rows from which the order of dates is told, and which a preview shows the first of. */
  private static final int SAMPLE = 500;

  private final ImportFileRepository files;
  private final DeclaredFields fields;
  private final ContactFields configured;
  private final PlaceNames places;
  private final Clock clock;
  private final String node;
  private final String home;
  private final ScratchFiles scratch;

  ImportFiles(ImportFileRepository files, ContactFields fields, Territory territory, Clock clock,
      @Property(name = "enlace.node-id", defaultValue = "node-local") String node,
      @Property(name = "enlace.home-country", defaultValue = "GT") String home, ScratchFiles scratch) {
    this.files = files;
    this.fields = new ConfiguredFields(fields);
    this.configured = fields;
    this.places = new TerritoryNames(territory);
    this.clock = clock;
    this.node = node;
    this.home = home;
    this.scratch = scratch;
  }

  /** The stable name of this node: after a crash it goes on at once, others wait for the lease to end. */
  String node() {
    return node;
  }

  DeclaredFields fields() {
    return fields;
  }

  long keep(InputStream in, String name, long bytes, FileFormat format, long staffId) throws IOException {
    var now = clock.instant();
    return files.insert(in, name, bytes, format, staffId, now, now.plus(KEPT));
  }

  /** Opens the file of an import behind its watermark. */
  BatchReader read(ImportRow row) throws IOException, UnreadableFile {
    var stored = files.find(row.fileId()).orElseThrow(() -> new UnreadableFile("gone"));
    if (!files.hasPieces(stored.id())) {
      throw new UnreadableFile("gone");
    }
    var source = new StoredFile(files, stored.id(), stored.bytes(), scratch);
    Opened opened;
    try (var file = ContactFile.resume(source, stored.format(), FileRow.Position.START, Limits.STATED)) {
      opened = opened(file, row.request());
    }
    var limits = Limits.STATED.withRows(Math.max(0, Limits.STATED.rows() - row.counts().rows()));
    return new BatchReader(ContactFile.resume(source, stored.format(), row.position(), limits), opened.reader(), row.position());
  }

  /** A file whose heading is understood. @param sample the first rows */
  record Opened(Headings headings, RowReader reader, List<FileRow> sample) {}

  /** Understands the heading of a file that stands at its start, and reads some rows on. Whether the columns can do is not asked. */
  Opened opened(ContactFile file, ImportRequest request) throws IOException, UnreadableFile {
    var headings = Headings.guess(file.headings(), fields, request.mapping());
    var sample = new ArrayList<FileRow>();
    for (FileRow row; sample.size() < SAMPLE && (row = file.next()) != null; ) {
      sample.add(row);
    }
    var rules = new ReadingRules(request.defaultRegion() == null ? "" : request.defaultRegion(), home, LocalDate.now(clock), Limits.STATED);
    return new Opened(headings, new RowReader(headings, rules, places, sample), sample);
  }

  /** The stored file of an import. */
  FileSource source(ImportFileRepository.FileRecord file) {
    return new StoredFile(files, file.id(), file.bytes(), scratch);
  }

  void forget(long file) {
    files.removePieces(file);
  }

  /** Declared fields by name, with their titles in a language. */
  Map<String, String> titles(String language) {
    var titles = new LinkedHashMap<String, String>();
    configured.all().forEach(field -> titles.put(field.name(), field.title().getOrDefault(language, field.name())));
    return titles;
  }

  PlaceNames places() {
    return places;
  }
}
