package org.enlacehub.channel.email.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.enlacehub.channel.email.reading.MailAddress;

/** The words of a report, without the mail that it returns below them. */
record Prose(String words) {
  private static final int LONGEST = 30_000;
  /** Lines after which the returned mail stands. */
  private static final Pattern COPY_BELOW = Pattern.compile("(?im)^.{0,40}(?:below this line is a copy|this is a copy of (?:the|your) message|copia del mensaje|original message follows).{0,60}$"
      + "|^\\W{0,40}(?:(?:the |your )?(?:original|returned|unsent|included) (?:message|mail)(?: headers?)?(?: below| follows| attached)?|message headers?|mensaje (?:original|devuelto)|encabezados? (?:del mensaje )?original(?:es)?|text of the message"
      + "|transcript of (?:the )?message)\\W{0,60}$");
  private static final Pattern ADDRESS_LINE = Pattern.compile("(?i)^[\\s*>\"'-]*(?:(?:to|para|recipient|destinatario|address|direcci[oó]n|final recipient|original recipient|failed recipient|e-?mail)(?:\\(s\\)|s)?\\s*:\\s*)?"
      + "[<\"'(]?(?:mailto:|smtp:|rfc822;\\s*)?([^\\s<>(),;:\"'\\[\\]@]{1,64}@[\\p{L}\\p{N}]++(?:[.-]++[\\p{L}\\p{N}]++)++)[>\"')]?(?:\\s*[:;,.(]|\\s+(?:on|el|en|at|a las|\\.\\.\\.|-|--|was|is|no|couldn|had|:).*|\\s*$).*");

  private static final Pattern MESSAGE_ID = Pattern.compile("(?i)(?:message.?id(?:entifier is)?|identificador|msgid)[^\\n]{0,20}[:=][ \\t]*<[^>\\s]*>");

  static Prose of(String text) {
    var bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var marker = COPY_BELOW.matcher(bounded);
    int end = bounded.length();
    if (marker.find() && marker.start() > 40) {
      end = marker.start();
    }
    int original = ReturnedMail.beginIn(bounded);
    if (original > 40) {
      end = Math.min(end, original);
    }
    return new Prose(bounded.substring(0, end));
  }

  /** Addresses that have a line of their own, as reports list those who did not get it. */
  List<String> listed() {
    var all = new ArrayList<String>();
    words.lines().limit(400).filter(line -> line.length() < 300).map(ADDRESS_LINE::matcher).filter(m -> m.matches())
        .map(m -> m.group(1).toLowerCase(Locale.ROOT)).filter(a -> !all.contains(a)).forEach(all::add);
    return all;
  }

  /** All addresses, in their order. */
  List<String> mentioned() {
    var all = new ArrayList<String>();
    for (var word : MESSAGE_ID.matcher(words).replaceAll("").split("[\\s,;]+")) {
      if (word.indexOf('@') > 0 && !word.contains("://")) {
        MailAddress.bare(word.replaceFirst("(?i)^.*(?:mailto|smtp|rfc822)[:;]", "")).filter(a -> !all.contains(a)).ifPresent(all::add);
      }
      if (all.size() > 200) {
        break;
      }
    }
    return all;
  }

  /** What stands from an address on, up to the next one in the list; everything when it is not there. */
  String about(String address) {
    var lines = words.lines().toList();
    int from = -1;
    for (int i = 0; i < lines.size() && from < 0; i++) {
      if (lines.get(i).toLowerCase(Locale.ROOT).contains(address)) {
        from = i;
      }
    }
    if (from < 0) {
      return words;
    }
    var block = new StringBuilder(lines.get(from));
    for (int i = from + 1; i < lines.size(); i++) {
      var match = ADDRESS_LINE.matcher(lines.get(i));
      if (lines.get(i).length() < 300 && match.matches() && !match.group(1).equalsIgnoreCase(address)) {
        break;
      }
      block.append('\n').append(lines.get(i));
    }
    return block.toString();
  }
}
