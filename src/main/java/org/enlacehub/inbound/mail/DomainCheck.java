package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.enlacehub.channel.email.dkim.DkimKey;
import org.enlacehub.channel.email.dkim.DnsTexts;
import org.enlacehub.delivery.MailDomains;

/** Which DNS records a sending domain needs, and what is published. */
@Singleton
class DomainCheck {
  private final MailDomains domains;
  private final DnsTexts dns;

  DomainCheck(MailDomains domains, DnsTexts dns) {
    this.domains = domains;
    this.dns = dns;
  }

  /** How a record stands. */
  public enum State {
    /** Published and right. */
    RIGHT,
    /** Something is published, and it does not do. */
    WRONG,
    MISSING,
    /** The DNS does not answer. */
    UNKNOWN
  }

  /**
   * One record.
   *
   * @param code {@code spf}, {@code dkim} or {@code dmarc}
   * @param publish what should stand there
   * @param found what stands there; null for nothing
   */
  public record Item(String code, String name, String publish, @Nullable String found, State state) {}

  /** @param signed mail of the domain is signed already */
  public record Result(String domain, boolean signed, List<Item> items) {
    /** The key may be used: receivers find it. */
    public boolean keyPublished() {
      return items.stream().anyMatch(item -> item.code().equals("dkim") && item.state() == State.RIGHT);
    }
  }

  Result of(String domain) {
    var key = domains.keyOf(domain);
    return new Result(domain, key.used(), List.of(spf(domain), dkim(key.key()), dmarc(domain)));
  }

  private Item spf(String domain) {
    var found = only(dns.of(domain), "v=spf1");
    // Which hosts may send is the mail server's matter; that there is one record that ends in a refusal is ours.
    var state = state(found, text -> text.matches("(?i).*\\s[~-]all\\s*|.*\\sredirect=.*") && !text.equals("v=spf1 -all"));
    return new Item("spf", domain, "v=spf1 mx a ~all", found.orElse(List.of()).stream().findFirst().orElse(null), state);
  }

  private Item dkim(DkimKey key) {
    var found = dns.of(key.recordName());
    var state = state(found, text -> text.replaceAll("\\s", "").contains(key.recordText().replaceAll(".*p=", "p=")));
    return new Item("dkim", key.recordName(), key.recordText(), found.orElse(List.of()).stream().findFirst().orElse(null), state);
  }

  private Item dmarc(String domain) {
    var found = only(dns.of("_dmarc." + domain), "v=DMARC1");
    var state = state(found, text -> text.matches("(?i).*\\bp\\s*=\\s*(none|quarantine|reject)\\b.*"));
    return new Item("dmarc", "_dmarc." + domain, "v=DMARC1; p=quarantine; adkim=r; aspf=r", found.orElse(List.of()).stream().findFirst()
        .orElse(null), state);
  }

  private static Optional<List<String>> only(Optional<List<String>> records, String begin) {
    return records.map(all -> all.stream().filter(text -> text.regionMatches(true, 0, begin, 0, begin.length())).toList());
  }

  private static State state(Optional<List<String>> found, Predicate<String> right) {
    if (found.isEmpty()) {
      return State.UNKNOWN;
    }
    return found.get().isEmpty() ? State.MISSING : found.get().size() == 1 && right.test(found.get().getFirst()) ? State.RIGHT : State.WRONG;
  }
}
