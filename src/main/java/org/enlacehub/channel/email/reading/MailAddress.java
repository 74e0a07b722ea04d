package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as a mail names it. It prints only its domain.
 *
 * @param name what the mail program calls the person, decoded; null for none
 * @param address lower case; its form is not vouched for
 */
public record MailAddress(@Nullable String name, String address) {
  private static final Pattern BARE = Pattern.compile("[^\\s<>(),;:\"\\[\\]@]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,252}[\\p{L}\\p{N}])?");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"\\r\\n]{1,62}\"@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,252}");
  private static final int MOST = 1_000;

  /** The first address of a header's value, such as {@code From}; empty when it holds none. */
  public static Optional<MailAddress> first(String header) {
    var found = all(header);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** The addresses of a header's value, at most a thousand. Reads what is there rather than what the grammar allows. */
  public static List<MailAddress> all(String header) {
    var found = new ArrayList<MailAddress>();
    for (var piece : pieces(header)) {
      int open = piece.lastIndexOf('<');
      int close = piece.indexOf('>', open + 1);
      var inside = open >= 0 && close > open ? piece.substring(open + 1, close) : piece;
      var address = bare(inside).or(() -> bare(piece));
      if (address.isPresent()) {
        var name = open > 0 ? EncodedWords.decode(piece.substring(0, open).replace("\"", " ").strip()).strip() : "";
        found.add(new MailAddress(name.isEmpty() ? null : name, address.get()));
      }
      if (found.size() == MOST) {
        break;
      }
    }
    return found;
  }

  /** The first thing in a text that looks like an address, in lower case. */
  public static Optional<String> bare(String text) {
    var match = BARE.matcher(text);
    if (match.find()) {
      return Optional.of(match.group().toLowerCase(Locale.ROOT));
    }
    var quoted = QUOTED.matcher(text);
    return quoted.find() ? Optional.of(quoted.group().replace("\"", "").toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  public String local() {
    return address.substring(0, address.lastIndexOf('@'));
  }

  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** Split at commas outside of quotes and brackets. */
  private static List<String> pieces(String header) {
    var pieces = new ArrayList<String>();
    boolean quoted = false;
    boolean bracket = false;
    int from = 0;
    for (int i = 0; i < header.length() && pieces.size() < MOST; i++) {
      char c = header.charAt(i);
      if (c == '"' && (i == 0 || header.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && c == '<') {
        bracket = true;
      } else if (!quoted && c == '>') {
        bracket = false;
      } else if (!quoted && !bracket && (c == ',' || c == ';')) {
        pieces.add(header.substring(from, i));
        from = i + 1;
      }
    }
    pieces.add(header.substring(from));
    return pieces;
  }

  @Override
  public String toString() {
    return "…@" + domain();
  }
}
