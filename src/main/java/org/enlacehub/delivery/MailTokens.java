package org.enlacehub.delivery;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.enlacehub.platform.crypto.BlindIndex;

/**
 * Names a message to the outside in a form that nobody can guess: in the address for unsubscribing, in our {@code Message-ID}s
 * and in reply addresses. The token is {@code id.proof}, the proof a keyed hash.
 */
@Singleton
public class MailTokens {
  private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,13})\\.([0-9A-Za-z_-]{16})");
  private static final int PROOF_BYTES = 12;
  private final BlindIndex index;

  MailTokens(BlindIndex index) {
    this.index = index;
  }

  /** The token of a message; letters, digits, hyphen, underscore and one dot. */
  public String of(long messageId) {
    return Long.toString(messageId, Character.MAX_RADIX) + "." + proof(messageId);
  }

  /** The message of a token; empty when it is not one of ours. */
  public OptionalLong messageOf(String token) {
    var match = TOKEN.matcher(token);
    if (!match.matches()) {
      return OptionalLong.empty();
    }
    try {
      long id = Long.parseLong(match.group(1), Character.MAX_RADIX);
      return MessageDigest.isEqual(proof(id).getBytes(StandardCharsets.US_ASCII),
          match.group(2).getBytes(StandardCharsets.US_ASCII)) ? OptionalLong.of(id) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Our {@code Message-ID} for a message, with angle brackets: the same for every attempt. */
  public String messageIdHeader(long messageId, String domain) {
    return "<m" + of(messageId) + "@" + domain + ">";
  }

  /** The message that a {@code Message-ID} (with or without brackets) names; empty when it is not one of ours. */
  public OptionalLong messageOfHeader(String header) {
    var text = header.strip();
    int at = text.indexOf('@');
    int start = text.startsWith("<") ? 1 : 0;
    if (at < 0 || text.length() <= start || text.charAt(start) != 'm') {
      return OptionalLong.empty();
    }
    return messageOf(text.substring(start + 1, at));
  }

  private String proof(long messageId) {
    var hash = Arrays.copyOf(index.of("message-token", Long.toString(messageId)), PROOF_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
