package org.enlacehub.contact.imports;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads email addresses: lower case throughout, the domain in ASCII (IDNA), as {@code Emails} compares them. Lengths by RFC 5321, 4.5.3.1. */
final class EmailReader {
  private static final Pattern BETWEEN = Pattern.compile("[;,\\s|]+");
  private static final Pattern IN_BRACKETS = Pattern.compile(".*<([^<>]+)>.*");
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})");
  /** Slips of the pen in the domains that nearly everyone uses; never corrected, only pointed at. */
  private static final Map<String, String> SLIPS = Map.ofEntries(Map.entry("gmail.con", "gmail.com"), Map.entry("gmial.com", "gmail.com"),
      Map.entry("gmai.com", "gmail.com"), Map.entry("gmail.co", "gmail.com"), Map.entry("gamil.com", "gmail.com"), Map.entry("gnail.com", "gmail.com"),
      Map.entry("hotmail.con", "hotmail.com"), Map.entry("hotmial.com", "hotmail.com"), Map.entry("hotmal.com", "hotmail.com"),
      Map.entry("yahoo.con", "yahoo.com"), Map.entry("yaho.com", "yahoo.com"), Map.entry("outlook.con", "outlook.com"), Map.entry("gmail.cm", "gmail.com"));

  /** The addresses of a cell. */
  List<String> read(Cell cell, RowReport report) {
    var text = Cleaning.unquoted(Cleaning.line(cell.text()));
    if (Cleaning.isNothing(text)) {
      return List.of();
    }
    var found = new ArrayList<String>(1);
    var named = IN_BRACKETS.matcher(text);
    for (var piece : BETWEEN.split(named.matches() ? named.group(1) : text)) {
      if (!piece.isEmpty()) {
        one(piece, report).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<String> one(String piece, RowReport report) {
    var text = piece.regionMatches(true, 0, "mailto:", 0, 7) ? piece.substring(7) : piece;
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      report.warn("email_invalid");
      return Optional.empty();
    }
    var local = text.substring(0, at);
    var domain = ascii(text.substring(at + 1));
    if (local.length() > 64 || local.length() + domain.length() > 253 || !LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
      report.warn("email_invalid");
      return Optional.empty();
    }
    if (SLIPS.containsKey(domain)) {
      report.note("email_slip", SLIPS.get(domain));
    }
    return Optional.of(local.toLowerCase(Locale.ROOT) + "@" + domain);
  }

  private static String ascii(String domain) {
    try {
      if (domain.chars().allMatch(c -> c < 0x80)) {
        return domain.toLowerCase(Locale.ROOT);
      }
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
