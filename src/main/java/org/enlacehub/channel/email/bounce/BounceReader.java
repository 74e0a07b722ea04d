package org.enlacehub.channel.email.bounce;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.channel.email.reading.MailAddress;
import org.enlacehub.channel.email.reading.MailHeaders;
import org.enlacehub.channel.email.reading.ReceivedMail;

/**
 * Recognises reports of mail that was not delivered. A report of the standard (RFC 3464) is read by its fields; any other must look
 * like one by its sender and its words, name a recipient, and say something that is understood. What a person wrote is never one.
 */
public final class BounceReader {
  private static final Set<String> STATUS_PARTS = Set.of("message/delivery-status", "message/global-delivery-status");
  private static final int LONGEST_WORDS = 500;

  private BounceReader() {}

  /** Empty when the mail reports no failure: also for reports of success, of reading, and for automatic answers. */
  public static Optional<Bounce> read(ReceivedMail mail) {
    var status = mail.reports().stream().filter(r -> r.depth() == 0 && STATUS_PARTS.contains(r.type())).findFirst();
    if (status.isPresent()) {
      var fields = groups(status.get().text());
      if (fields.stream().anyMatch(g -> g.has("action") || g.has("status"))) {
        return standard(mail, fields);
      }
    }
    return ReportSigns.of(mail).looksLikeOne() ? ProseReport.read(mail) : Optional.empty();
  }

  private static Optional<Bounce> standard(ReceivedMail mail, List<MailHeaders> groups) {
    var original = ReturnedMail.of(mail).or(() -> ReturnedMail.appended(mail.text()));
    var failures = new LinkedHashMap<String, Failure>();
    boolean failed = false;
    for (var group : groups) {
      var action = group.text("action").toLowerCase(Locale.ROOT).split("[\\s;(]", 2)[0];
      if (!group.has("action") && !group.has("status") || Set.of("delivered", "relayed", "expanded").contains(action)) {
        continue;
      }
      failed = true;
      recipient(group, original, mail).ifPresent(address -> failures.putIfAbsent(address, failure(address, group, action, mail)));
    }
    return !failed || failures.isEmpty() ? Optional.empty()
        : Optional.of(new Bounce(List.copyOf(failures.values()), original.map(ReturnedMail::messageId).orElse(null)));
  }

  private static Failure failure(String address, MailHeaders group, String action, ReceivedMail mail) {
    var status = group.first("status").map(text -> text.strip().split("[\\s;(]", 2)[0]).filter(text -> text.matches("[245]\\.\\d{1,3}\\.\\d{1,3}"))
        .orElse(null);
    var diagnostic = group.text("diagnostic-code").replaceFirst("^(?i)\\s*[\\w-]+\\s*;\\s*", "");
    var said = Prose.of(mail.text());
    var meaning = Reasons.of(status, diagnostic, said.about(address), said.words());
    boolean delayed = action.equals("delayed");
    return new Failure(address, delayed ? Failure.Kind.SOFT : meaning.kind(), meaning.reason(), meaning.status(),
        shortened(diagnostic.isBlank() ? said.about(address) : diagnostic), delayed);
  }

  /** The address that we wrote to; where it was forwarded to, only when the report does not say. */
  private static Optional<String> recipient(MailHeaders group, Optional<ReturnedMail> original, ReceivedMail mail) {
    return address(group.first("original-recipient")).or(() -> address(group.first("final-recipient")))
        .or(() -> address(group.first("x-actual-recipient"))).or(() -> address(mail.headers().first("x-failed-recipients")))
        .or(() -> original.flatMap(ReturnedMail::onlyRecipient));
  }

  private static Optional<String> address(Optional<String> field) {
    return field.map(text -> text.replaceFirst("^(?i)\\s*[\\w-]+\\s*;", "")).flatMap(MailAddress::bare);
  }

  /** Groups of fields, parted by empty lines; the first tells of the whole. */
  private static List<MailHeaders> groups(String text) {
    var groups = new ArrayList<MailHeaders>();
    for (var block : text.replace("\r\n", "\n").split("\\n[ \\t]*\\n")) {
      var fields = MailHeaders.parse(block.stripLeading());
      if (!fields.isEmpty()) {
        groups.add(fields);
      }
      if (groups.size() > 500) {
        break;
      }
    }
    return groups;
  }

  static String shortened(@Nullable String words) {
    var line = words == null ? "" : words.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) : line;
  }

  /** For {@link ProseReport}. */
  static Bounce bounce(Map<String, Failure> failures, Optional<ReturnedMail> original) {
    return new Bounce(List.copyOf(failures.values()), original.map(ReturnedMail::messageId).orElse(null));
  }
}
