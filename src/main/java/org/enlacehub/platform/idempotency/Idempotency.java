package org.enlacehub.platform.idempotency;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.enlacehub.platform.crypto.Vault;
import org.enlacehub.platform.database.Statements;

/** Remembers what was answered to whom. Answers are sealed: they may hold names, addresses or a token that is shown once. */
@Singleton
@Requires(property = "datasources.default.url")
class Idempotency {
  /** How long an answer is kept. */
  static final Duration KEPT = Duration.ofHours(24);
  /** After this an attempt without an answer died with its process: no request of ours takes as long. */
  static final Duration LOST = Duration.ofMinutes(1);
  private static final String COLUMN = "idempotency.body";
  private static final int SWEEP = 5_000;
  private final IdempotencyRepository keys;
  private final Vault vault;
  private final Clock clock;

  Idempotency(IdempotencyRepository keys, Vault vault, Clock clock) {
    this.keys = keys;
    this.vault = vault;
    this.clock = clock;
  }

  @Transactional
  Claim claim(IdempotencyKey key, byte[] fingerprint) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      keys.insert(key, fingerprint, now);
      return new Claim.First();
    } catch (RuntimeException e) {
      if (!Statements.contended(e)) {
        throw e;
      }
    }
    var known = keys.find(key);
    if (known.isEmpty()) {
      // It was forgotten a moment ago: the caller's next try finds it free.
      return new Claim.UnderWay();
    }
    var row = known.get();
    if (!MessageDigest.isEqual(row.fingerprint(), fingerprint)) {
      return new Claim.Different();
    }
    if (row.answer() != null) {
      return new Claim.Repeated(opened(key, row.answer()));
    }
    boolean lost = row.since().plus(LOST).isBefore(now);
    return lost && keys.takeOver(key, row.since(), now) ? new Claim.First() : new Claim.UnderWay();
  }

  @Transactional
  void keep(IdempotencyKey key, KeptAnswer answer) {
    var sealed = vault.system().sealBytes(COLUMN, row(key), answer.body());
    keys.keep(key, new KeptAnswer(answer.status(), answer.contentType(), answer.location(), sealed));
  }

  /** Nothing was made: the same key may be used again. */
  @Transactional
  void forget(IdempotencyKey key) {
    keys.forget(key);
  }

  /** Removes a part of what is older than a day; true when more is left. */
  @Transactional
  boolean removeOld() {
    return keys.removeBefore(clock.instant().minus(KEPT), SWEEP) == SWEEP;
  }

  private KeptAnswer opened(IdempotencyKey key, KeptAnswer answer) {
    return new KeptAnswer(answer.status(), answer.contentType(), answer.location(),
        vault.system().openBytes(COLUMN, row(key), answer.body()));
  }

  /** Binds a sealed answer to its key. */
  private static long row(IdempotencyKey key) {
    return java.nio.ByteBuffer.wrap(key.token()).getLong();
  }
}
