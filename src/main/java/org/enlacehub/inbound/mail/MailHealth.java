package org.enlacehub.inbound.mail;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.channel.Sender;
import org.enlacehub.channel.Senders;
import org.enlacehub.contact.Channel;
import org.enlacehub.delivery.LaneMode;
import org.enlacehub.delivery.Lanes;
import org.enlacehub.delivery.MailDomains;

/** How mail does: its senders, its mailbox, its domains. */
@Singleton
public class MailHealth {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private final Senders senders;
  private final Lanes lanes;
  private final Optional<OurMailbox> mailbox;
  private final MailboxRepository mailboxes;
  private final MailDomains domains;
  private final DomainCheck check;
  private final AuditLog audit;
  private final Clock clock;

  MailHealth(Senders senders, Lanes lanes, Optional<OurMailbox> mailbox, MailboxRepository mailboxes, MailDomains domains,
      DomainCheck check, AuditLog audit, Clock clock) {
    this.senders = senders;
    this.lanes = lanes;
    this.mailbox = mailbox;
    this.mailboxes = mailboxes;
    this.domains = domains;
    this.check = check;
    this.audit = audit;
    this.clock = clock;
  }

  /** @param errorCode what it stumbled over last; null for nothing */
  public record SenderState(String lane, String from, int perSecond, int connections, LaneMode mode, @Nullable String errorCode, Instant since,
      boolean asks) {}

  /**
   * @param error code of what keeps it from being read; null for nothing
   * @param lookedAt when it was last read without trouble
   * @param fresh that is not long ago
   */
  public record MailboxState(String name, @Nullable String error, @Nullable Instant lookedAt, boolean fresh) {}

  /** What a domain publishes and should. */
  public record DomainState(String domain, boolean signed, boolean keyPublished, List<Record> records) {}

  /**
   * One DNS record.
   *
   * @param code {@code spf}, {@code dkim} or {@code dmarc}
   * @param state {@code right}, {@code wrong}, {@code missing} or {@code unknown}
   */
  public record Record(String code, String name, String publish, @Nullable String found, String state) {}

  public List<SenderState> senders() {
    var views = lanes.all();
    return senders.all().stream().filter(s -> s.channel() == Channel.EMAIL).map(s -> {
      var lane = views.stream().filter(v -> v.lane().equals(s.id())).findFirst().orElseThrow();
      return new SenderState(s.id(), s.from(), s.perSecond(), s.connections(), lane.mode(), lane.errorCode(), lane.since(),
          s.uncertain() == Sender.WhenUncertain.ASK);
    }).toList();
  }

  /** An administrator has mended what stopped a mail sender. */
  public void resume(String lane, Actor actor) {
    lanes.resume(lane);
    audit.record(actor, "mail.resume", "lane", 0, lane);
  }

  /** Empty when no mailbox is configured. */
  public Optional<MailboxState> mailbox() {
    return mailbox.map(ours -> mailboxes.find(ours.name()).map(p -> new MailboxState(p.name(), p.error(), p.lookedAt(),
        p.error() == null && p.lookedAt().plus(FRESH).isAfter(clock.instant()))).orElse(new MailboxState(ours.name(), null, null, false)));
  }

  public List<String> domains() {
    return domains.ofSenders();
  }

  /** Asks the DNS; takes up to some seconds. Empty for a domain from which nothing is sent. */
  public Optional<DomainState> domain(String domain) {
    return domains.ofSenders().stream().filter(domain::equals).findFirst().map(check::of).map(result -> new DomainState(domain, result.signed(),
        result.keyPublished(), result.items().stream().map(item -> new Record(item.code(), item.name(), item.publish(), item.found(),
            item.state().name().toLowerCase(Locale.ROOT))).toList()));
  }

  /** From now on mail of the domain is signed, or not any more. False for a domain from which nothing is sent. */
  public boolean sign(String domain, boolean used, Actor actor) {
    boolean ours = domains.ofSenders().contains(domain);
    if (ours) {
      domains.use(domain, used, actor);
    }
    return ours;
  }
}
