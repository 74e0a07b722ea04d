package org.enlacehub.contact.web;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.Base64;
import org.enlacehub.platform.crypto.UnreadableValue;
import org.enlacehub.platform.crypto.Vault;

/**
 * Keeps what was typed into the search box in the page's address without telling it: names and numbers must not lie in histories and
 * logs, and the address must still bring the page back.
 */
@Singleton
class SearchBox {
  private static final String PLACE = "contact.search";
  private static final int LONGEST = 16_000;
  private final Vault vault;

  SearchBox(Vault vault) {
    this.vault = vault;
  }

  String seal(String typed) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.system().seal(PLACE, 0, typed));
  }

  /** What was typed; empty for nothing, or for what this product did not seal. */
  String open(@Nullable String sealed) {
    if (sealed == null || sealed.isBlank() || sealed.length() > LONGEST) return "";
    try {
      return vault.system().open(PLACE, 0, Base64.getUrlDecoder().decode(sealed));
    } catch (UnreadableValue | IllegalArgumentException e) {
      return "";
    }
  }
}
