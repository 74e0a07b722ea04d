package org.enlacehub.webhook;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.account.Actor;
import org.enlacehub.account.AuditLog;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.id.Ids;

/** What administrators do with webhooks. */
@Singleton
public class Webhooks {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_ADDRESS = 500;
  private final WebhookRepository webhooks;
  private final NoticeRepository notices;
  private final Reachable reachable;
  private final Vault vault;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  Webhooks(WebhookRepository webhooks, NoticeRepository notices, Reachable reachable, Vault vault, AuditLog audit, Ids ids, Clock clock) {
    this.webhooks = webhooks;
    this.notices = notices;
    this.reachable = reachable;
    this.vault = vault;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** How an entry ended. */
  public sealed interface Outcome {
    /** @param secret is shown this once and never again */
    record Made(Webhook webhook, String secret) implements Outcome {}

    /** @param field that is wrong: {@code name}, {@code address} or {@code types} */
    record Wrong(String field) implements Outcome {}
  }

  @Transactional
  public Outcome create(Actor actor, String name, String address, Set<NoticeType> types) {
    var title = name.strip();
    if (title.isEmpty() || title.length() > LONGEST_NAME) {
      return new Outcome.Wrong("name");
    }
    var target = parse(address);
    if (target.isEmpty()) {
      return new Outcome.Wrong("address");
    }
    if (types.isEmpty()) {
      return new Outcome.Wrong("types");
    }
    long id = ids.next();
    var secret = Signature.newSecret();
    var hook = new Webhook(id, title, target.get(), types, vault.system().seal(Webhook.SECRET, id, secret), null, clock.instant());
    webhooks.insert(hook);
    audit.record(actor, "webhook.create", "webhook", id, target.get().getHost());
    return new Outcome.Made(hook, secret);
  }

  private Optional<URI> parse(String address) {
    try {
      var uri = URI.create(address.strip());
      return uri.toASCIIString().length() <= LONGEST_ADDRESS && reachable.mayBe(uri) ? Optional.of(URI.create(uri.toASCIIString())) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public List<Webhook> all() {
    return webhooks.all();
  }

  public Optional<Webhook> find(long id) {
    return webhooks.find(id);
  }

  /** Nothing is sent until it is resumed; what happens meanwhile is kept and sent then. False when there is none. */
  @Transactional
  public boolean pause(Actor actor, long id) {
    return done(webhooks.stop(id, "paused"), actor, "webhook.pause", id);
  }

  @Transactional
  public boolean resume(Actor actor, long id) {
    return done(webhooks.stop(id, null), actor, "webhook.resume", id);
  }

  @Transactional
  public boolean delete(Actor actor, long id) {
    notices.deleteOf(id);
    return done(webhooks.delete(id), actor, "webhook.delete", id);
  }

  /** The newest first. */
  public List<Delivery> deliveries(long id, @Nullable Long beforeNotice, int limit) {
    return notices.of(id, beforeNotice, limit);
  }

  /** Sends a notice anew, with the same id. False when there is none. */
  @Transactional
  public boolean replay(Actor actor, long id, long noticeId) {
    return done(notices.replay(id, noticeId, clock.instant()), actor, "webhook.replay", id);
  }

  /** Sends anew everything that failed; returns how many. */
  @Transactional
  public int replayFailed(Actor actor, long id) {
    audit.record(actor, "webhook.replay", "webhook", id, "failed");
    return notices.replayFailed(id, clock.instant());
  }

  private boolean done(boolean changed, Actor actor, String act, long id) {
    if (changed) {
      audit.record(actor, act, "webhook", id, "");
    }
    return changed;
  }
}
