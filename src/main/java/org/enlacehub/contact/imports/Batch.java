package org.enlacehub.contact.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.enlacehub.contact.ContactDraft;
import org.enlacehub.contact.UpsertResult;
import org.enlacehub.contact.imports.RowProblem.Severity;

/** Rows that are stored together. */
final class Batch {
  /** Rows of one transaction: enough that a commit costs little, few enough that a lost one costs little. */
  static final int ROWS = 1_000;

  private record Good(FileRow raw, ParsedRow parsed) {}

  private final Headings headings;
  private final List<Good> good = new ArrayList<>(ROWS);
  private final List<ContactDraft> drafts = new ArrayList<>(ROWS);
  private final List<RowProblem> problems = new ArrayList<>();
  private int rows;
  private int rejected;
  private int warned;
  private int repaired;
  private FileRow.Position end;

  Batch(Headings headings, FileRow.Position begin) {
    this.headings = headings;
    this.end = begin;
  }

  void add(FileRow raw, ParsedRow row) {
    rows++;
    end = row.next();
    repaired += (int) row.problems().stream().filter(p -> p.severity() == Severity.NOTE).count();
    row.problems().stream().filter(p -> p.severity() != Severity.NOTE).forEach(problems::add);
    if (row.isRejected()) {
      rejected++;
    } else {
      warned += row.problems().stream().anyMatch(p -> p.severity() == Severity.WARNING) ? 1 : 0;
      good.add(new Good(raw, row));
      drafts.add(Drafts.of(row));
    }
  }

  boolean isFull() {
    return rows == ROWS;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  List<ContactDraft> drafts() {
    return drafts;
  }

  FileRow.Position end() {
    return end;
  }

  /** What became of the batch when its drafts had these results. */
  record Outcome(Counts counts, List<RowProblem> problems) {}

  Outcome outcome(List<UpsertResult> results) {
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    int refused = 0;
    int warnedAll = warned;
    var all = new ArrayList<>(problems);
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case UpsertResult.Created _ -> created++;
        case UpsertResult.Updated _ -> updated++;
        case UpsertResult.Unchanged _ -> unchanged++;
        // somebody who only adds wants to hear nothing of those who are there already
        case UpsertResult.Rejected(_, var code) when code.equals("exists") -> unchanged++;
        case UpsertResult.Rejected(var field, var code) -> {
          refused++;
          var row = good.get(i);
          warnedAll -= row.parsed().problems().stream().anyMatch(p -> p.severity() == Severity.WARNING) ? 1 : 0;
          all.add(refusal(row.raw(), field, code));
        }
      }
    }
    all.sort(Comparator.comparingInt(RowProblem::row));
    return new Outcome(new Counts(rows, created, updated, unchanged, rejected + refused, warnedAll, repaired), all);
  }

  private RowProblem refusal(FileRow row, String field, String code) {
    var column = headings.columns().stream()
        .filter(c -> c.target().filter(t -> t.code().equals(field) || field.equals("phone") && t.code().equals("whatsapp")).isPresent()
            && !row.cell(c.index()).isBlank())
        .findFirst();
    return new RowProblem(row.number(), column.map(Column::heading).orElse(field), code.replace('-', '_'), Severity.ERROR, List.of(),
        column.map(c -> row.cell(c.index()).text()).orElse(""));
  }
}
