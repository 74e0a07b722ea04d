package org.enlacehub.channel.email.bounce;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.channel.email.reading.MailAddress;
import org.enlacehub.channel.email.reading.MailHeaders;
import org.enlacehub.channel.email.reading.ReceivedMail;

/**
 * The mail that a report is about, as far as the report returns it.
 *
 * @param recipients of its {@code To} and {@code Cc}
 * @param messageId with angle brackets
 */
record ReturnedMail(@Nullable String from, List<String> recipients, @Nullable String messageId) {
  private static final Set<String> RETURNED = Set.of("message/rfc822", "text/rfc822-headers", "text/rfc822-header", "message/global",
      "message/global-headers");
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");
  /** Where prose reports append the original: from the first header line that a mail of ours surely has. */
  private static final Pattern APPENDED = Pattern.compile("(?m)^[> \\t]*(?:Return-Path|Received|Message-ID|DKIM-Signature|MIME-Version|X-[\\w-]+|From|To|Subject|Date): .*$",
      Pattern.CASE_INSENSITIVE);

  static Optional<ReturnedMail> of(ReceivedMail mail) {
    return mail.reports().stream().filter(r -> r.depth() == 0 && RETURNED.contains(r.type())).map(r -> of(r.text()))
        .flatMap(Optional::stream).findFirst();
  }

  /** The original below the words of a report; empty when nothing there looks like one. */
  static Optional<ReturnedMail> appended(String text) {
    int from = beginIn(text);
    return from < 0 ? Optional.empty() : of(text.substring(from).replaceAll("(?m)^[> ]+(?=[A-Za-z-]+: )", ""));
  }

  /** Where the original begins below the words of a report; -1 when there is none. */
  static int beginIn(String text) {
    var match = APPENDED.matcher(text);
    while (match.find()) {
      // Two header lines at once: one alone may be part of the words.
      var rest = text.substring(match.start(), Math.min(text.length(), match.start() + 3_000));
      if (APPENDED.matcher(rest).results().limit(4).count() >= 3 && header(rest)) {
        return match.start();
      }
    }
    return -1;
  }

  private static boolean header(String rest) {
    return rest.lines().limit(3).filter(line -> line.matches("[> \\t]*[A-Za-z-]+: .*") || line.startsWith("\t") || line.startsWith(" "))
        .count() >= 2;
  }

  private static Optional<ReturnedMail> of(String headerText) {
    var headers = MailHeaders.parse(headerText.stripLeading());
    if (!headers.has("from") && !headers.has("to") && !headers.has("message-id")) {
      return Optional.empty();
    }
    var to = new ArrayList<String>();
    for (var name : List.of("to", "cc", "x-original-to", "delivered-to")) {
      headers.all(name).forEach(value -> MailAddress.all(value).stream().map(MailAddress::address).filter(a -> !to.contains(a)).forEach(to::add));
    }
    var id = ID.matcher(headers.text("message-id"));
    return Optional.of(new ReturnedMail(MailAddress.bare(headers.text("from")).orElse(null), List.copyOf(to), id.find() ? id.group() : null));
  }

  Optional<String> onlyRecipient() {
    return recipients.size() == 1 ? Optional.of(recipients.getFirst()) : Optional.empty();
  }

  @Override
  public String toString() {
    return "returned mail";
  }
}
