package org.enlacehub.channel.email.bounce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.channel.email.reading.MailAddress;
import org.enlacehub.channel.email.reading.ReceivedMail;

/** A report in prose: qmail, Exim, older Exchange, webmail, gateways. */
final class ProseReport {
  private static final Pattern DAEMONS = Pattern.compile("(?:mailer-?daemon|postmaster|abuse|support|soporte|helpdesk|hostmaster|webmaster|no-?reply)@.*");
  private static final Pattern DELAYED = Pattern.compile("delayed|still (?:being )?(?:retr|try)|will (?:be retried|continue to|keep trying)|not yet been delivered|no es necesario (?:que )?(?:lo )?(?:vuelva|reenv)"
      + "|(?:seguir[aá]|continuar[aá])(?:n|emos)? (?:intent|tratando)|this is (?:only )?a warning|demora|retras|still in the queue|do(?:es)? not need to resend", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern FINAL = Pattern.compile("permanent|given up|gave up|giving up|could not be delivered|failed|error permanente|definitiv", Pattern.CASE_INSENSITIVE);
  private static final int MOST = 100;

  private ProseReport() {}

  static Optional<Bounce> read(ReceivedMail mail) {
    var prose = Prose.of(mail.text());
    var original = ReturnedMail.of(mail).or(() -> ReturnedMail.appended(mail.text()));
    var recipients = recipients(mail, prose, original);
    var failures = new LinkedHashMap<String, Failure>();
    boolean understood = false;
    boolean delayed = DELAYED.matcher(mail.subject() + "\n" + prose.words()).find() && !FINAL.matcher(mail.subject() + "\n" + prose.words()).find();
    for (var address : recipients) {
      var about = prose.about(address);
      var meaning = Reasons.of(null, withoutAddresses(about), withoutAddresses(prose.words()), mail.subject());
      understood |= meaning.determined() || delayed || original.isPresent() || mail.headers().has("x-failed-recipients");
      failures.put(address, new Failure(address, delayed ? Failure.Kind.SOFT : meaning.kind(), meaning.reason(), meaning.status(),
          BounceReader.shortened(about), delayed));
    }
    return understood ? Optional.of(BounceReader.bounce(failures, original)) : Optional.empty();
  }

  /** Names in addresses are no words of the server. */
  private static String withoutAddresses(String text) {
    return text.replaceAll("[^\\s<>]+@[^\\s<>:]+", "@");
  }

  private static List<String> recipients(ReceivedMail mail, Prose prose, Optional<ReturnedMail> original) {
    var header = mail.headers().all("x-failed-recipients").stream().flatMap(value -> MailAddress.all(value).stream())
        .map(MailAddress::address).distinct().limit(MOST).toList();
    if (!header.isEmpty()) {
      return header;
    }
    var ours = ours(mail, original);
    var mentioned = kept(prose.mentioned(), ours);
    var sentTo = original.map(ReturnedMail::recipients).orElse(List.of());
    var both = mentioned.stream().filter(sentTo::contains).toList();
    if (!both.isEmpty()) {
      return both;
    }
    var listed = kept(prose.listed(), ours);
    if (!listed.isEmpty()) {
      return listed;
    }
    if (sentTo.size() == 1) {
      return sentTo;
    }
    return mentioned.isEmpty() ? List.of() : mentioned.subList(0, 1);
  }

  private static List<String> kept(List<String> addresses, Set<String> ours) {
    var all = new ArrayList<String>();
    addresses.stream().filter(a -> !ours.contains(a) && !DAEMONS.matcher(a).matches()).limit(MOST).forEach(all::add);
    return all;
  }

  /** Who sent the mail that is returned, and who sends the report. */
  private static Set<String> ours(ReceivedMail mail, Optional<ReturnedMail> original) {
    var all = new HashSet<String>();
    mail.recipients().forEach(r -> all.add(r.address()));
    original.map(ReturnedMail::from).ifPresent(all::add);
    if (mail.from() != null) {
      all.add(mail.from().address());
    }
    return all;
  }
}
