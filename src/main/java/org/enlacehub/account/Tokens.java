package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlacehub.platform.id.Ids;
import org.enlacehub.platform.settings.Settings;

/** API tokens: issuing, checking, revoking. */
@Singleton
public class Tokens {
  /** Begins every token, so that one that leaked can be recognised by a scanner. */
  static final String MARK = "enl_";
  private static final int PREFIX = 10;
  private static final Duration PRECISION = Duration.ofMinutes(5);
  private final TokenRepository tokens;
  private final StaffRepository staff;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;
  private final Optional<byte[]> bootstrap;

  Tokens(TokenRepository tokens, StaffRepository staff, AuditLog audit, Ids ids, Clock clock, Settings settings) {
    this.tokens = tokens;
    this.staff = staff;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
    this.bootstrap = settings.adminToken().map(secret -> Secrets.sha256(secret.reveal()));
  }

  /** Who a token stands for, and how far it reaches. */
  public record Bearer(Actor actor, String language, Set<TokenScope> scopes) {

    public boolean mayWrite() {
      return scopes.contains(TokenScope.WRITE);
    }
  }

  /** A token that was just made; {@code secret} is shown once. */
  public record Issued(ApiToken token, String secret) {

    @Override
    public String toString() {
      return "Issued[" + token.id() + "]";
    }
  }

  /**
   * Makes a token for a member of staff.
   *
   * @param scopes empty for both
   * @param expires null for no end
   * @throws InvalidAccount when there is no such active person or the end lies in the past
   */
  @Transactional
  public Issued issue(Actor by, long staffId, Set<TokenScope> scopes, @Nullable Instant expires) {
    var now = clock.instant();
    staff.find(staffId).filter(Staff::active).orElseThrow(() -> new InvalidAccount("id", "unknown"));
    if (expires != null && !expires.isAfter(now)) throw new InvalidAccount("expires", "expiresPast");
    var secret = MARK + Secrets.random();
    var reach = scopes.isEmpty() || scopes.contains(TokenScope.WRITE) ? EnumSet.allOf(TokenScope.class) : EnumSet.copyOf(scopes);
    var token = new ApiToken(ids.next(), staffId, secret.substring(0, PREFIX), reach, now, expires, null);
    tokens.insert(token, Secrets.sha256(secret));
    audit.record(by, "token.issue", "staff", staffId, token.prefix() + " " + TokenScope.join(reach));
    return new Issued(token, secret);
  }

  /** The person's tokens that were not revoked, newest first. */
  public List<ApiToken> of(long staffId) {
    return tokens.of(staffId);
  }

  /** Ends a token of this person; false when it is not theirs. */
  @Transactional
  public boolean revoke(Actor by, long staffId, long tokenId) {
    if (!tokens.revoke(tokenId, staffId, clock.instant())) return false;
    audit.record(by, "token.revoke", "staff", staffId, Long.toString(tokenId));
    return true;
  }

  /** Who a token stands for; empty when it is unknown, revoked, over, or its person inactive. */
  public Optional<Bearer> find(String secret) {
    var hash = Secrets.sha256(secret);
    if (bootstrap.isPresent() && MessageDigest.isEqual(bootstrap.get(), hash)) {
      return Optional.of(new Bearer(new Actor(0, "bootstrap", Set.of(Role.ADMINISTRATOR), null), "es", EnumSet.allOf(TokenScope.class)));
    }
    if (!secret.startsWith(MARK)) return Optional.empty();
    var now = clock.instant();
    return tokens.find(hash).filter(token -> token.expiresAt() == null || now.isBefore(token.expiresAt()))
        .flatMap(token -> staff.find(token.staffId()).filter(Staff::active).map(person -> {
          if (token.lastUsedAt() == null || Duration.between(token.lastUsedAt(), now).compareTo(PRECISION) > 0) tokens.used(token.id(), now);
          return new Bearer(person.actor(), person.language(), token.scopes());
        }));
  }
}
