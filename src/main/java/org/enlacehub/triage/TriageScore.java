package org.enlacehub.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How well the rules judge a set of labelled messages: shares, counts and the misses. Immutable. */
public final class TriageScore {
  private final List<Judged> judged;

  private TriageScore(List<Judged> judged) {
    this.judged = List.copyOf(judged);
  }

  /** Judges each message. */
  public static TriageScore of(Triage triage, List<LabelledMessage> messages) {
    return new TriageScore(messages.stream()
        .map(m -> new Judged(m, triage.assess(m.text()), triage.topicOf(m.topic()))).toList());
  }

  public int size() {
    return judged.size();
  }

  /** Share of the messages of severity 1 that were judged severity 1 or 2: a person looks at once. */
  public double recallOfCritical() {
    return share(j -> j.message.severity() == 1, j -> j.verdict.alarm());
  }

  /** Share of the messages of severity 1 that were judged severity 1. */
  public double exactRecallOfCritical() {
    return share(j -> j.message.severity() == 1, j -> j.verdict.severity() == 1);
  }

  /** Share of the messages of severity 1 and 2 that alarmed. */
  public double recallOfAlarms() {
    return share(j -> j.message.severity() <= 2, j -> j.verdict.alarm());
  }

  /** Share of the alarms that were right to be one. */
  public double precisionOfAlarms() {
    return share(j -> j.verdict.alarm(), j -> j.message.severity() <= 2);
  }

  /** Share of the messages of severity 3 and 4 that alarmed. */
  public double falseAlarms() {
    return share(j -> j.message.severity() > 2, j -> j.verdict.alarm());
  }

  /** Share of the messages with the right category. */
  public double category() {
    return share(_ -> true, Judged::sameCategory);
  }

  /** Share of the messages with the right severity. */
  public double severity() {
    return share(_ -> true, Judged::sameSeverity);
  }

  /** Share of the messages with the right language. */
  public double language() {
    return share(_ -> true, Judged::sameLanguage);
  }

  /** Share of the messages with the right service. */
  public double topic() {
    return share(_ -> true, Judged::sameTopic);
  }

  /** The table that a person reads: totals, by category, by severity. */
  public String table() {
    var out = new StringBuilder();
    line(out, "messages %d", size());
    line(out, "recall of severity 1: %.3f (exactly 1: %.3f)", recallOfCritical(), exactRecallOfCritical());
    line(out, "recall of severities 1 and 2: %.3f at a precision of %.3f", recallOfAlarms(), precisionOfAlarms());
    line(out, "false alarms among severities 3 and 4: %.3f", falseAlarms());
    line(out, "exact category %.3f · exact severity %.3f · language %.3f · topic %.3f",
        category(), severity(), language(), topic());
    var names = new TreeMap<String, Predicate<String>>();
    judged.forEach(j -> {
      names.put(j.message.category(), j.message.category()::equals);
      names.put(j.verdict.category(), j.verdict.category()::equals);
    });
    line(out, "%n%-10s %9s %9s %9s", "category", "messages", "recall", "precision");
    names.forEach((name, is) -> row(out, name, j -> is.test(j.message.category()), j -> is.test(j.verdict.category())));
    line(out, "%n%-10s %9s %9s %9s", "severity", "messages", "recall", "precision");
    for (int n = 1; n <= 4; n++) {
      int severity = n;
      row(out, Integer.toString(n), j -> j.message.severity() == severity, j -> j.verdict.severity() == severity);
    }
    return out.toString();
  }

  /** One line for each message of which category, severity or language is wrong: expected, got, rules, text. */
  public List<String> misses() {
    var lines = new ArrayList<String>();
    for (var j : judged) {
      if (!j.sameCategory() || !j.sameSeverity() || !j.sameLanguage()) {
        lines.add("%s  expected %s %d %s, got %s %d %s  %s  %s".formatted(
            j.message.id(), j.message.category(), j.message.severity(),
            j.message.language(), j.verdict.category(), j.verdict.severity(), j.verdict.language(),
            j.verdict.because().stream().map(Reason::rule).distinct().toList(), j.message.text()));
      }
    }
    return lines;
  }

  private void row(StringBuilder out, String name, Predicate<Judged> expected, Predicate<Judged> got) {
    line(out, "%-10s %9d %9.3f %9.3f", name, judged.stream().filter(expected).count(),
        share(expected, got), share(got, expected));
  }

  /** Of those that are of the kind, the share that passes; 1 when there is none. */
  private double share(Predicate<Judged> kind, Predicate<Judged> passes) {
    long all = judged.stream().filter(kind).count();
    return all == 0 ? 1 : (double) judged.stream().filter(kind).filter(passes).count() / all;
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  private record Judged(LabelledMessage message, Verdict verdict, String topic) {
    boolean sameCategory() {
      return message.category().equals(verdict.category());
    }

    boolean sameSeverity() {
      return message.severity() == verdict.severity();
    }

    /** A label such as {@code kek-es} is met by either. */
    boolean sameLanguage() {
      return List.of(message.language().split("-")).contains(verdict.language());
    }

    boolean sameTopic() {
      return topic.equals(verdict.topic());
    }
  }
}
