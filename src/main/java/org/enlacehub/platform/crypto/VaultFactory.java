package org.enlacehub.platform.crypto;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.enlacehub.platform.database.StartRefused;

/** Opens the vault at start, so that a master key that does not fit the database is told before anything else happens. */
@Factory
@Requires(property = "datasources.default.url")
class VaultFactory {
  private static final String SYSTEM = "system";
  private static final String BLIND_INDEX = "blind-index";
  private static final int KEY_BYTES = 32;

  @Singleton
  MasterKeys masterKeys(Environment env) {
    try {
      var text = env.getProperty("enlace.master-key", String.class).filter(key -> !key.isBlank());
      if (text.isPresent()) {
        return MasterKeys.parse(text.get());
      }
      var file = env.getProperty("enlace.master-key-file", String.class)
          .orElseThrow(() -> new StartRefused("There is no master key.", "Set ENLACE_MASTER_KEY or ENLACE_MASTER_KEY_FILE."));
      return MasterKeys.of(new MasterKeyFile(Path.of(file)));
    } catch (IllegalArgumentException e) {
      throw new StartRefused("The master key cannot be used: " + e.getMessage() + ".",
          "Correct ENLACE_MASTER_KEY or the file that ENLACE_MASTER_KEY_FILE names.");
    } catch (UncheckedIOException e) {
      throw new StartRefused("The master key file cannot be read.", "Correct ENLACE_MASTER_KEY_FILE or the file's permissions.");
    }
  }

  @Context
  Vault vault(MasterKeys masters, VaultKeyRepository keys) {
    return new Vault(masters, open(SYSTEM, masters, keys));
  }

  @Singleton
  BlindIndex blindIndex(MasterKeys masters, VaultKeyRepository keys) {
    return new BlindIndex(open(BLIND_INDEX, masters, keys));
  }

  private static byte[] open(String name, MasterKeys masters, VaultKeyRepository keys) {
    var owner = name.getBytes(StandardCharsets.US_ASCII);
    var wrapped = keys.find(name);
    if (wrapped == null) {
      var key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      wrapped = keys.keepFirst(name, masters.wrap(key, owner));
    }
    try {
      var key = masters.unwrap(wrapped, owner);
      if (!masters.isCurrent(wrapped)) {
        keys.replace(name, masters.wrap(key, owner));
      }
      return key;
    } catch (UnreadableValue e) {
      throw new StartRefused("The master key does not fit this database: what it holds was sealed under another one.",
          "Give the key with which this database was begun; a new key goes in front of it, separated by a comma.");
    }
  }
}
