package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A request for the message list: filters, page size and the place where the page begins. */
record MessageList(BookQuery query, String filters, int size, int page, long before) {
  private static final List<String> FILTERS = List.of("To", "From", "DateSent", "DateSent<", "DateSent>");

  static MessageList of(Form form) {
    var from = time(form.get("DateSent>"));
    // Twilio's "DateSent<=" is "at or before": one second more, for its times have whole seconds.
    var until = time(form.get("DateSent<"));
    until = until == null ? null : until.plusSeconds(1);
    var day = time(form.get("DateSent"));
    if (day != null) {
      from = day.truncatedTo(ChronoUnit.DAYS);
      until = from.plus(1, ChronoUnit.DAYS);
    }
    var kept = FILTERS.stream().filter(name -> form.get(name) != null)
        .collect(Collectors.toMap(name -> name, form::get, (a, _) -> a, java.util.LinkedHashMap::new));
    var token = form.get("PageToken");
    return new MessageList(new BookQuery(form.get("To"), form.get("From"), null, from, until),
        kept.isEmpty() ? "" : Form.encode(kept) + "&", form.number("PageSize", 50, 1, 1000), form.number("Page", 0, 0, 1_000_000),
        token == null ? Long.MAX_VALUE : Math.max(0, Sids.number(token.substring(Math.min(2, token.length())))));
  }

  Map<String, Object> read(CarrierBook book) {
    var found = book.newestFirst(query, before, size + 1);
    boolean more = found.size() > size;
    var shown = more ? found.subList(0, size) : found;
    return TwilioJson.page(shown, filters, size, page, more ? shown.getLast().sid() : null);
  }

  /** A day or a time, in UTC, with or without Z; null for what cannot be read, as Twilio ignores it. */
  private static @Nullable Instant time(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      var bare = text.startsWith("=") ? text.substring(1) : text;
      return bare.length() == 10 ? LocalDate.parse(bare).atStartOfDay(ZoneOffset.UTC).toInstant()
          : LocalDateTime.parse(bare.endsWith("Z") ? bare.substring(0, bare.length() - 1) : bare).toInstant(ZoneOffset.UTC);
    } catch (java.time.format.DateTimeParseException e) {
      return null;
    }
  }
}
