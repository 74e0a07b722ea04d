package org.enlacehub.template;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlacehub.contact.Channel;

/** Turns the value of one variable into the words that a reader of one language sees. */
final class ValueFormat {
  private static final Pattern LINK = Pattern.compile("(?:https?://|mailto:|tel:)[^\\s\"'<>]{1,2000}");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]+");

  private ValueFormat() {}

  /**
   * The value in words.
   *
   * @param forms the forms of a PLURAL in this language; empty for other types
   * @throws Unusable when the value is not of the variable's type
   */
  static String words(Variable variable, Object value, Map<String, String> forms, Locale locale, Channel channel)
      throws Unusable {
    return switch (variable.type()) {
      case TEXT -> clean(value.toString());
      case LINK -> link(value.toString().strip());
      case NUMBER -> NumberFormat.getNumberInstance(locale).format(number(value)).replace('\u00A0', ' ').replace('\u202F', ' ');
      case PLURAL -> plural(number(value), forms, locale);
      case DATE -> DateWords.date(day(temporal(value)), variable.format().isShort(channel), locale);
      case DATETIME -> {
        var moment = temporal(value);
        var time = moment.query(TemporalQueries.localTime());
        boolean isShort = variable.format().isShort(channel);
        // A contact's field may hold only the day of an appointment.
        yield time == null ? DateWords.day(day(moment), isShort, locale) : DateWords.dateTime(day(moment), time, isShort, locale);
      }
      case TIME -> DateWords.time(time(temporal(value)), locale);
    };
  }

  /** Whether a value counts as none: null or only white space. */
  static boolean absent(Object value) {
    return value == null || value instanceof CharSequence text && text.toString().isBlank();
  }

  private static String clean(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    return Normalizer.normalize(CONTROL.matcher(lines).replaceAll("").strip(), Normalizer.Form.NFC);
  }

  private static String link(String text) throws Unusable {
    if (LINK.matcher(text).matches()) {
      return text;
    }
    throw new Unusable("is not a link that begins with https://, http://, mailto: or tel:");
  }

  private static BigDecimal number(Object value) throws Unusable {
    try {
      var number = new BigDecimal(value.toString().strip());
      if (number.precision() - number.scale() <= 30 && number.scale() <= 30) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, as a number of absurd length is
    }
    throw new Unusable("is not a number");
  }

  private static String plural(BigDecimal number, Map<String, String> forms, Locale locale) {
    var form = number.compareTo(BigDecimal.ONE) == 0 ? forms.getOrDefault("one", "") : "";
    if (number.signum() == 0 && forms.containsKey("zero")) {
      form = forms.get("zero");
    }
    return (form.isEmpty() ? forms.getOrDefault("other", "{n}") : form)
        .replace("{n}", NumberFormat.getNumberInstance(locale).format(number));
  }

  private static TemporalAccessor temporal(Object value) throws Unusable {
    if (value instanceof TemporalAccessor moment) {
      return moment;
    }
    var text = value.toString().strip();
    for (var format : new DateTimeFormatter[] {DateTimeFormatter.ISO_DATE, DateTimeFormatter.ISO_DATE_TIME,
        DateTimeFormatter.ISO_TIME}) {
      try {
        return format.parse(text);
      } catch (DateTimeException e) {
        // the next form
      }
    }
    throw new Unusable("is not a date or time such as 2027-01-12, 2027-01-12T15:30 or 15:30");
  }

  private static LocalDate day(TemporalAccessor moment) throws Unusable {
    var day = moment.query(TemporalQueries.localDate());
    if (day == null) {
      throw new Unusable("has no day; an instant must be put into the reader's time zone first");
    }
    return day;
  }

  private static LocalTime time(TemporalAccessor moment) throws Unusable {
    var time = moment.query(TemporalQueries.localTime());
    if (time == null) {
      throw new Unusable("has no time of day");
    }
    return time;
  }

  /** The value is not of its type; the message goes on from the variable's name. */
  static final class Unusable extends Exception {
    Unusable(String reason) {
      super(reason);
    }
  }
}
