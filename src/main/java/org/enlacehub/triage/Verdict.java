package org.enlacehub.triage;

import java.util.List;
import java.util.Set;

/**
 * What the rules say about one message.
 *
 * @param language ISO 639-1 or 639-3 code; {@code und} when the text shows none
 * @param topic code of the service that the person needs ({@code config/triage/topics.yml})
 * @param category vulnerability category ({@code config/triage/categories.yml})
 * @param severity 1 (life, liberty or a child, now) to 4 (routine)
 * @param flags circumstances that do not change the severity by themselves, in the order of {@code flags.yml}
 * @param because the decisive reason first, then what else was seen; empty when nothing was recognised
 * @param version short fingerprint of the rule files, to be stored beside the reasons
 */
public record Verdict(
    String language, String topic, String category, int severity, Set<String> flags, List<Reason> because, String version) {

  private static final String LIKENESS = "examples";

  /** True when no rule matched: whatever it says comes of likeness to what others wrote, or of nothing that was understood. */
  public boolean withoutRule() {
    return because.stream().allMatch(reason -> reason.rule().equals(LIKENESS));
  }

  /** True when a person must look at once: severity 1 or 2. */
  public boolean alarm() {
    return severity <= 2;
  }
}
