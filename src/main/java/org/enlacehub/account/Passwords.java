package org.enlacehub.account;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id in the PHC string form. Memory, passes and lanes are OWASP's minimum (Password Storage Cheat Sheet:
 * 19 MiB, 2, 1); a hash says its own parameters, so they can be raised without locking anybody out.
 */
@Singleton
class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  /** Each check takes 19 MiB: a flood of sign-ins may wait, it may not fill the memory. */
  private static final int AT_ONCE = 4;
  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  /** Without letters and digits that look alike. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final String nobody;

  Passwords() {
    nobody = hash(generate());
  }

  String hash(String password) {
    var salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    var encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(MEMORY_KIB, PASSES, LANES, encoder.encodeToString(salt),
        encoder.encodeToString(argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES)));
  }

  /**
   * Whether the password is the one of the hash; compared in constant time.
   *
   * @param hash null for an account that is not there or has no password: takes as long, and is false
   */
  boolean matches(String password, @Nullable String hash) {
    var phc = PHC.matcher(hash == null ? nobody : hash);
    if (!phc.matches()) throw new IllegalStateException("a stored password hash is not one of ours");
    var decoder = Base64.getDecoder();
    var expected = decoder.decode(phc.group(5));
    var actual = argon2(password, decoder.decode(phc.group(4)), Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)),
        Integer.parseInt(phc.group(3)), expected.length);
    return MessageDigest.isEqual(expected, actual) && hash != null;
  }

  /** A password to be told to a person once: four groups of four, about 79 bits. */
  String generate() {
    var text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) text.append('-');
      text.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return text.toString();
  }

  private byte[] argon2(String password, byte[] salt, int memory, int passes, int lanes, int bytes) {
    var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(memory).withIterations(passes).withParallelism(lanes).withSalt(salt).build();
    var out = new byte[bytes];
    slots.acquireUninterruptibly();
    try {
      var generator = new Argon2BytesGenerator();
      generator.init(parameters);
      // The same letters typed on another device may come composed otherwise.
      generator.generateBytes(Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), out);
    } finally {
      slots.release();
    }
    return out;
  }
}
