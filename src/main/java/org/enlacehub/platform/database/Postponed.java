package org.enlacehub.platform.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows whose writing was put off within a transaction, by statement; the tables that they are for are known, so that nobody misses them. */
final class Postponed {
  private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:into|from|update|join)\\s+`?(\\w+)");
  private final Map<String, List<List<?>>> rows = new LinkedHashMap<>();
  private final Set<String> tables = new HashSet<>();

  void add(String sql, List<? extends List<?>> more) {
    rows.computeIfAbsent(sql, text -> {
      TABLE.matcher(text).results().forEach(match -> tables.add(match.group(1)));
      return new ArrayList<>();
    }).addAll(more);
  }

  /** True when a statement reads or writes a table for which rows wait. */
  boolean concerns(String sql) {
    return !tables.isEmpty() && TABLE.matcher(sql).results().anyMatch(match -> tables.contains(match.group(1)));
  }

  /** What waits, in the order in which it began; afterwards nothing does. */
  Map<String, List<List<?>>> take() {
    var taken = new LinkedHashMap<>(rows);
    rows.clear();
    tables.clear();
    return taken;
  }
}
