package org.enlacehub.console;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.enlacehub.platform.i18n.Texts;

/**
 * Moments and numbers as a person reads them: "lun 12 ene, 10:00 (Los Ángeles)", "hace 5 min", "12,431".
 *
 * @param locale with region, so that separators are the country's own (es-GT writes 12,431)
 * @param zone in which the person works
 * @param now the moment at which the page is made
 */
public record Wording(Texts t, Locale locale, ZoneId zone, Instant now) {

  private static final Duration NEAR = Duration.ofHours(20);
  private static final Map<String, String> SPANISH = Map.of(
      "Los Angeles", "Los Ángeles", "New York", "Nueva York", "Mexico City", "Ciudad de México", "Rome", "Roma",
      "Paris", "París", "London", "Londres", "Berlin", "Berlín", "Brussels", "Bruselas");

  /** True when a relative word ("hace 5 min") says more than a date. */
  public boolean isNear(Instant at) {
    return Duration.between(at, now).abs().compareTo(NEAR) < 0;
  }

  /** Weekday, day, month, time and the place of the zone; the year too when it is another one. */
  public String exact(Instant at) {
    return exact(at, zone);
  }

  /** As {@link #exact(Instant)}, in a zone of choice. */
  public String exact(Instant at, ZoneId in) {
    var there = at.atZone(in);
    var sameYear = there.getYear() == now.atZone(in).getYear();
    var pattern = sameYear ? "EEE d MMM, HH:mm" : "EEE d MMM yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).format(there).replace(".", "") + " (" + place(in) + ")";
  }

  /** A day without its time. */
  public String day(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(at.atZone(zone)).replace(".", "");
  }

  /** How long ago or how soon, in one unit. */
  public String relative(Instant at) {
    var gone = Duration.between(at, now);
    var past = !gone.isNegative();
    var span = gone.abs();
    if (span.toSeconds() < 60) return t.get("console.when.now");
    return t.get(past ? "console.when.ago" : "console.when.in", span(span));
  }

  /** A length of time in one unit: "5 min", "3 h", "2 días". */
  public String span(Duration length) {
    if (length.toMinutes() < 1) return t.get("console.span.seconds", length.toSeconds());
    if (length.toHours() < 1) return t.get("console.span.minutes", length.toMinutes());
    if (length.toDays() < 2) return t.get("console.span.hours", length.toHours());
    return t.get("console.span.days", length.toDays());
  }

  /** A number with the country's separators. */
  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** An amount of money with its currency: "US$ 1,204.50"; small amounts with four decimals. */
  public String money(BigDecimal amount, String currency) {
    var format = NumberFormat.getNumberInstance(locale);
    int decimals = amount.signum() != 0 && amount.abs().compareTo(BigDecimal.ONE) < 0 ? 4 : 2;
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(decimals);
    return (currency.equals("USD") ? "US$" : currency) + " " + format.format(amount);
  }

  /** A part of one as "4.2 %". */
  public String percent(double part) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(part * 100) + " %";
  }

  private String place(ZoneId in) {
    var id = in.getId();
    var city = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    return locale.getLanguage().equals("es") ? SPANISH.getOrDefault(city, city) : city;
  }
}
