package org.enlacehub.template;

import java.util.List;
import java.util.stream.Collectors;

/** A text was not rendered because values are missing or unusable; lists all of them, and never repeats a value. */
public final class ValuesRefused extends RuntimeException {
  private final List<Refusal> refusals;

  ValuesRefused(List<Refusal> refusals) {
    super(refusals.stream().map(r -> r.variable() + " " + r.reason()).collect(Collectors.joining("; ")));
    this.refusals = List.copyOf(refusals);
  }

  public List<Refusal> refusals() {
    return refusals;
  }

  /** Names without a value. */
  public List<String> missing() {
    return refusals.stream().filter(Refusal::missing).map(Refusal::variable).toList();
  }

  /**
   * One variable that stood in the way.
   *
   * @param reason goes on from the name: "has no value", "is not a date"
   */
  public record Refusal(String variable, boolean missing, String reason) {}
}
