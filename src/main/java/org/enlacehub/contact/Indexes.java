package org.enlacehub.contact;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.enlacehub.platform.crypto.BlindIndex;

/** The keyed hashes by which contacts are found, as map keys and as column values. */
@Singleton
class Indexes {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");
  private static final int MOST_WORDS = 12;
  private final BlindIndex index;

  Indexes(BlindIndex index) {
    this.index = index;
  }

  /** An address as a map key. */
  record AddressKey(AddressKind kind, ByteBuffer hash) {
    static AddressKey of(AddressKind kind, byte[] hash) {
      return new AddressKey(kind, ByteBuffer.wrap(hash));
    }
  }

  /** Email addresses are compared without regard to case, however they are written. */
  AddressKey address(AddressKind kind, String value) {
    return AddressKey.of(kind, index.of(kind.index(), kind == AddressKind.EMAIL ? value.toLowerCase(Locale.ROOT) : value));
  }

  @Nullable byte[] externalId(@Nullable String value) {
    return value == null ? null : index.of("external_id", value);
  }

  /** Of all words of a name, whatever their order. */
  byte[] fullName(Set<String> words) {
    return index.of("full-name", String.join(" ", new TreeSet<>(words)));
  }

  byte[] word(String folded) {
    return index.of("word", folded);
  }

  /** The distinct words of names, folded: no accents, no capitals, apostrophes dropped. */
  static Set<String> words(@Nullable String... names) {
    var words = new LinkedHashSet<String>();
    for (var name : names) {
      if (name == null) continue;
      var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
      for (var word : NOT_A_WORD.split(APOSTROPHES.matcher(plain).replaceAll(""))) {
        if (!word.isEmpty() && words.size() < MOST_WORDS) words.add(word);
      }
    }
    return words;
  }
}
