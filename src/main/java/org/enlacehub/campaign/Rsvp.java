package org.enlacehub.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An invitation that people accept or decline by an answer: 1 or 2, yes or no, or words of the campaign's own. Figures are kept as they
 * were written, for a file may leave them in brackets, to be filled in.
 *
 * @param capacity how many places there are; who accepts after that waits
 * @param deadline local moment until which an answer counts
 * @param zone of the deadline
 * @param accept more words for "I am coming", by language, separated by commas
 * @param decline more words for "I cannot come", likewise
 */
public record Rsvp(String capacity, String deadline, String zone, Map<String, String> accept, Map<String, String> decline) {

  public Rsvp {
    accept = Map.copyOf(accept);
    decline = Map.copyOf(decline);
  }

  /** Of a campaign without gaps only. */
  public int places() {
    return Integer.parseInt(capacity);
  }

  /** The moment from which answers do not count any more; of a campaign without gaps only. */
  public Instant closes() {
    return LocalDateTime.parse(deadline).atZone(ZoneId.of(zone)).toInstant();
  }

  /** What an answer says, with the words of every language. */
  Optional<RsvpAnswer> read(String text) {
    return RsvpAnswer.of(text, words(accept), words(decline));
  }

  private static Set<String> words(Map<String, String> byLanguage) {
    var all = new TreeSet<String>();
    byLanguage.values().forEach(list -> all.addAll(List.of(list.split(","))));
    return all;
  }
}
