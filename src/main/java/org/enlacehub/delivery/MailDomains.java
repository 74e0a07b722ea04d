package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import java.net.IDN;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.channel.Senders;
import org.enlacehub.channel.email.dkim.DkimKey;
import org.enlacehub.channel.email.dkim.DkimKeys;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;

/** The domains from which mail is sent, and their keys. A key signs once an administrator says so: before its record is published, a signature harms. */
@Singleton
public class MailDomains implements DkimKeys {
  private static final String SEALED = "mail_domain.private_key";
  private static final Duration FRESH = Duration.ofSeconds(30);
  private final MailDomainRepository repository;
  private final Senders senders;
  private final Vault vault;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;
  private volatile Known known = new Known(Map.of(), Instant.EPOCH);

  MailDomains(MailDomainRepository repository, Senders senders, Vault vault, AuditLog audit, Ids ids, Clock clock) {
    this.repository = repository;
    this.senders = senders;
    this.vault = vault;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What was read last, and when. */
  private record Known(Map<String, Domain> domains, Instant at) {}

  /** @param used its mail is signed */
  public record Domain(DkimKey key, boolean used) {}

  @Override
  public Optional<DkimKey> of(String domain) {
    return Optional.ofNullable(read().get(domain)).filter(Domain::used).map(Domain::key);
  }

  /** The domains of the configured senders, in ASCII form. */
  public List<String> ofSenders() {
    return senders.all().stream().filter(s -> s.channel() == Channel.EMAIL).map(s -> s.bareAddress().substring(s.bareAddress().indexOf('@') + 1))
        .map(domain -> IDN.toASCII(domain).toLowerCase(Locale.ROOT)).distinct().sorted().toList();
  }

  /** The domain's key; made now when it has none. */
  public Domain keyOf(String domain) {
    var found = reread().get(domain);
    if (found != null) {
      return found;
    }
    var selector = "enlace" + clock.instant().toString().substring(0, 7).replace("-", "");
    var key = DkimKey.generate(domain, selector);
    long id = ids.next();
    repository.insert(new MailDomainRepository.Row(domain, id, selector, vault.system().sealBytes(SEALED, id, key.privateKey().getEncoded()),
        key.publicKey().getEncoded(), false), clock.instant());
    return reread().get(domain);
  }

  /** From now on its mail is signed, or not any more; other nodes follow within half a minute. */
  public void use(String domain, boolean used, Actor actor) {
    repository.use(domain, used);
    audit.record(actor, used ? "mail.sign" : "mail.unsign", "domain", 0, domain);
    reread();
  }

  private Map<String, Domain> read() {
    var now = known;
    return now.at().plus(FRESH).isAfter(clock.instant()) ? now.domains() : reread();
  }

  private Map<String, Domain> reread() {
    var domains = repository.all().stream().collect(Collectors.toMap(MailDomainRepository.Row::domain, this::domain));
    known = new Known(domains, clock.instant());
    return domains;
  }

  private Domain domain(MailDomainRepository.Row row) {
    try {
      var rsa = KeyFactory.getInstance("RSA");
      return new Domain(new DkimKey(row.domain(), row.selector(),
          rsa.generatePrivate(new PKCS8EncodedKeySpec(vault.system().openBytes(SEALED, row.id(), row.privateKey()))),
          rsa.generatePublic(new X509EncodedKeySpec(row.publicKey()))), row.used());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of domain " + row.domain() + " cannot be read", e);
    }
  }
}
