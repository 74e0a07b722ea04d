package org.enlacehub.contact.imports;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.contact.imports.RowProblem.Severity;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.platform.web.ProblemException;

/** Brings contact files in: takes a file, works on it in the background, tells how far it is and what was wrong with it. */
@Singleton
public class Imports {
  private static final int NAME_CHARS = 200;
  private static final int PREVIEW_ROWS = 20;

  private final ImportRepository imports;
  private final ImportFileRepository stored;
  private final ImportProblemRepository problems;
  private final ImportFiles files;
  private final ImportSchedule schedule;
  private final ImportRequests requests;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Imports(ImportRepository imports, ImportFileRepository stored, ImportProblemRepository problems, ImportFiles files, ImportSchedule schedule,
      ImportRequests requests, AuditLog audit, Ids ids, Clock clock) {
    this.imports = imports;
    this.stored = stored;
    this.problems = problems;
    this.files = files;
    this.schedule = schedule;
    this.requests = requests;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes a file and begins to import it.
   *
   * @param name what the person calls the file
   * @return id of the import
   * @throws UnreadableFile when the file is no contact file, or its headings or the mapping cannot do; nothing is stored then
   */
  public long submit(FileSource file, String name, ImportRequest request, Actor by) throws IOException, UnreadableFile {
    try (var opened = ContactFile.open(file, Limits.STATED)) {
      files.opened(opened, request).headings().check();
    }
    return begin(keep(file, name, by), request, by);
  }

  /** Keeps a file for a day, to be looked at and imported from. Returns the id of the file. */
  public long keep(FileSource file, String name, Actor by) throws IOException, UnreadableFile {
    FileFormat format;
    try (var opened = ContactFile.open(file, Limits.STATED)) {
      format = opened.format();
    }
    try (var in = file.from(0)) {
      return files.keep(in, name.length() > NAME_CHARS ? name.substring(0, NAME_CHARS) : name, file.size(), format, by.staffId());
    }
  }

  /** Begins an import of a kept file. @throws UnreadableFile when it is kept no longer, or its headings or the mapping cannot do */
  public long begin(long fileId, ImportRequest request, Actor by) throws IOException, UnreadableFile {
    var headings = look(fileId, request).headings();
    headings.check();
    var columns = headings.columns().stream().map(SeenColumn::of).toList();
    long id = ids.next();
    imports.insert(id, fileId, request, columns, by.staffId(), clock.instant());
    audit.record(by, "contact.import", "import", id, "mode=" + request.mode() + (request.dryRun() ? " dry run" : ""));
    schedule.begin(id);
    return id;
  }

  private ImportFiles.Opened look(long fileId, ImportRequest request) throws IOException, UnreadableFile {
    var file = stored.find(fileId).filter(f -> stored.hasPieces(f.id())).orElseThrow(() -> new UnreadableFile("gone"));
    try (var open = ContactFile.resume(files.source(file), file.format(), FileRow.Position.START, Limits.STATED)) {
      return files.opened(open, request);
    }
  }

  /** What the columns of a kept file are taken for, and what its first rows would become. */
  public Preview preview(long fileId, ImportRequest request) throws IOException, UnreadableFile {
    var opened = look(fileId, request);
    var raw = opened.sample().subList(0, Math.min(PREVIEW_ROWS, opened.sample().size()));
    String cannotDo = null;
    try {
      opened.headings().check();
    } catch (UnreadableFile e) {
      cannotDo = e.messageKey();
    }
    return new Preview(opened.headings().columns(), raw, raw.stream().map(opened.reader()::read).toList(), cannotDo);
  }

  /**
   * The start of a file, before and after it is understood.
   *
   * @param cannotDo key of the text that says why these columns cannot be imported; null when they can
   */
  public record Preview(List<Column> columns, List<FileRow> raw, List<ParsedRow> rows, @Nullable String cannotDo) {}

  /** What the person calls a kept file; empty when it is kept no longer. */
  public Optional<String> fileName(long fileId) {
    return stored.find(fileId).filter(file -> stored.hasPieces(file.id())).map(ImportFileRepository.FileRecord::name);
  }

  /** Begins the same import again, for good: what a person does after a dry run. */
  public Optional<Long> repeat(long id, Actor by) throws IOException, UnreadableFile {
    var row = imports.find(id);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    var r = row.get().request();
    return Optional.of(begin(row.get().fileId(), new ImportRequest(r.mode(), false, r.defaultRegion(), r.mapping()), by));
  }

  public Optional<ImportView> find(long id) {
    return imports.find(id).map(this::view);
  }

  /** Newest first, behind a moment and id. */
  public List<ImportView> page(@Nullable Instant before, long beforeId, int limit) {
    return imports.page(before, beforeId, limit).stream().map(this::view).toList();
  }

  /** What a person may say: mode, whether it is a dry run, region, mapping. @throws ProblemException 400 for what cannot be */
  public ImportRequest request(@Nullable String mode, boolean dryRun, @Nullable String region, @Nullable String mapping) {
    return requests.read(mode, Boolean.toString(dryRun), region, mapping);
  }

  /** Stops an import; what it stored before stays. False when it is over already. */
  public boolean cancel(long id, Actor by) {
    boolean stopped = imports.cancel(id, clock.instant());
    if (stopped) {
      audit.record(by, "contact.import.cancel", "import", id, "");
    }
    return stopped;
  }

  /** What was wrong, in the order of the rows, read little by little. @param warnings those of rows that were kept, too */
  public Iterator<RowProblem> problems(long id, boolean warnings) {
    return new Iterator<>() {
      private int row;
      private Iterator<RowProblem> batch = List.<RowProblem>of().iterator();
      private boolean ended;

      @Override public boolean hasNext() {
        while (!batch.hasNext() && !ended) {
          var next = problems.after(id, row);
          ended = next.isEmpty();
          next.forEach(b -> {
            row = b.firstRow();
            batch = shown(b.problems(), warnings).iterator();
          });
        }
        return batch.hasNext();
      }

      @Override public RowProblem next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return batch.next();
      }
    };
  }

  /** Of rejected rows everything that is wrong with them: who corrects the row wants to do so once. */
  private static List<RowProblem> shown(List<RowProblem> all, boolean warnings) {
    if (warnings) {
      return all;
    }
    var rejected = new ArrayList<Integer>();
    all.stream().filter(p -> p.severity() == Severity.ERROR).forEach(p -> rejected.add(p.row()));
    var rows = Set.copyOf(rejected);
    return all.stream().filter(p -> rows.contains(p.row())).toList();
  }

  private ImportView view(ImportRow row) {
    var file = stored.find(row.fileId());
    long bytes = file.map(ImportFileRepository.FileRecord::bytes).orElse(0L);
    var format = file.map(f -> f.format().describe()).orElse("");
    Double progress = row.state() == ImportState.DONE ? Double.valueOf(1)
        : row.position().offset() == 0 && row.counts().rows() > 0 || bytes == 0 ? null : Double.valueOf(Math.min(1, (double) row.position().offset() / bytes));
    Double rate = null;
    Long left = null;
    if (row.started() != null) {
      double seconds = Duration.between(row.started(), row.finished() != null ? row.finished() : clock.instant()).toMillis() / 1000.0;
      rate = seconds > 0 ? row.counts().rows() / seconds : null;
      left = row.state() == ImportState.RUNNING && progress != null && progress > 0 ? Long.valueOf(Math.round(seconds * (1 - progress) / progress)) : null;
    }
    return new ImportView(row.id(), row.state(), file.map(ImportFileRepository.FileRecord::name).orElse(""), bytes, format, row.request(),
        row.columns(), row.counts(), progress, rate, left,
        row.failure() == null ? null : new UnreadableFile(row.failure(), row.failureArgs().toArray()), stored.hasPieces(row.fileId()),
        row.staffId(), row.created(), row.started(), row.finished());
  }

  /** Names of fields that a column can be, for a person to choose from. */
  public Map<String, DeclaredFields.DeclaredField> declared() {
    var map = new LinkedHashMap<String, DeclaredFields.DeclaredField>();
    files.fields().all().forEach(field -> map.put(field.name(), field));
    return map;
  }
}
