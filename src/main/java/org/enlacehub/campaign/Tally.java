package org.enlacehub.campaign;

import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.enlacehub.contact.Channel;

/** Adds up what was found for some people of an audience, and projects it to all of them. */
final class Tally {
  /** Of all answers, the part that comes within an hour of the message: an assumption until a ministry has figures of its own. */
  private static final double IN_THE_FIRST_HOUR = 0.25;
  private final Map<Channel, Long> byChannel = new EnumMap<>(Channel.class);
  private final Map<String, Long> byLanguage = new TreeMap<>();
  private final Map<String, Long> byConsulate = new TreeMap<>();
  private final Map<List<String>, Long> leftOut = new HashMap<>();
  private long reached;
  private long segments;
  private BigDecimal cost = BigDecimal.ZERO;
  private boolean priced = true;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /** Somebody who would get it. */
  record Reached(Channel channel, String language, @Nullable String consulate, @Nullable Integer segments, @Nullable BigDecimal price,
      Instant at) {}

  /**
   * The audience as a whole.
   *
   * @param sending how long the senders of a channel need for so many messages
   * @param answersPerHour what a desk can answer
   * @param answerable it is spread so that the desks can
   */
  record Whole(long people, long looked, String currency, BiFunction<Channel, Long, Duration> sending,
      ToIntFunction<String> answersPerHour, boolean answerable) {}

  void reach(Reached person) {
    reached++;
    byChannel.merge(person.channel(), 1L, Long::sum);
    byLanguage.merge(person.language(), 1L, Long::sum);
    byConsulate.merge(person.consulate() == null ? "" : person.consulate(), 1L, Long::sum);
    segments += person.segments() == null ? 0 : person.segments();
    priced &= person.price() != null;
    cost = person.price() == null ? cost : cost.add(person.price());
    first = first == null || person.at().isBefore(first) ? person.at() : first;
    last = last == null || person.at().isAfter(last) ? person.at() : last;
  }

  void leaveOut(String reason, @Nullable String detail) {
    leftOut.merge(List.of(reason, detail == null ? "" : detail), 1L, Long::sum);
  }

  Forecast forecast(Whole whole, Replies.Share share) {
    var scale = whole.looked() == 0 ? 1 : (double) whole.people() / whole.looked();
    var channels = new TreeMap<String, Long>();
    var sending = Duration.ZERO;
    for (var entry : byChannel.entrySet()) {
      long messages = Math.round(entry.getValue() * scale);
      channels.put(entry.getKey().code(), messages);
      var takes = whole.sending().apply(entry.getKey(), messages);
      sending = takes.compareTo(sending) > 0 ? takes : sending;
    }
    var end = last == null ? null : last.plus(sending);
    var out = leftOut.entrySet().stream().map(e -> new Forecast.LeftOut(e.getKey().getFirst(),
        e.getKey().get(1).isEmpty() ? null : e.getKey().get(1), Math.round(e.getValue() * scale)))
        .sorted(Comparator.comparingLong(Forecast.LeftOut::people).reversed()).toList();
    return new Forecast(whole.people(), whole.looked() >= whole.people(), Math.round(reached * scale), channels, scaled(byLanguage, scale),
        scaled(byConsulate, scale), out, Math.round(segments * scale),
        priced ? cost.multiply(BigDecimal.valueOf(scale)).setScale(2, RoundingMode.HALF_UP) : null, whole.currency(), first, end,
        loads(whole, scale, share.part(), end), share.part(), share.fromExperience());
  }

  private List<Forecast.DeskLoad> loads(Whole whole, double scale, double share, @Nullable Instant end) {
    var loads = new ArrayList<Forecast.DeskLoad>();
    double hours = end == null ? 1 : Math.max(1, Duration.between(first, end).toMinutes() / 60.0);
    byConsulate.forEach((consulate, people) -> {
      double replies = people * scale * share;
      int answers = whole.answersPerHour().applyAsInt(consulate);
      long peak = (long) Math.ceil(replies * Math.min(IN_THE_FIRST_HOUR, 1 / hours));
      boolean smooth = whole.answerable() && !consulate.isEmpty();
      loads.add(new Forecast.DeskLoad(consulate, Math.round(replies), smooth ? Math.min(peak, answers) : peak, answers));
    });
    loads.sort(Comparator.comparingLong(Forecast.DeskLoad::replies).reversed());
    return loads;
  }

  private static Map<String, Long> scaled(Map<String, Long> counts, double scale) {
    return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> Math.round(e.getValue() * scale), (a, _) -> a, TreeMap::new));
  }
}
