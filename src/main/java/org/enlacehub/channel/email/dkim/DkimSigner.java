package org.enlacehub.channel.email.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Signs mails: rsa-sha256 over headers and body in relaxed form (RFC 6376). {@code From} is signed once more than it stands there, so
 * that nobody can add another; so are the headers for unsubscribing, as RFC 8058 wants.
 */
public final class DkimSigner {
  private static final List<String> SIGNED = List.of("from", "reply-to", "to", "subject", "date", "message-id", "in-reply-to", "references",
      "mime-version", "content-type", "content-transfer-encoding", "list-unsubscribe", "list-unsubscribe-post", "list-id", "auto-submitted",
      "feedback-id");
  private static final int LINE = 72;

  private DkimSigner() {}

  /**
   * The value of the {@code DKIM-Signature} header for a mail, folded.
   *
   * @param mail as it will be sent, headers and body; lone line feeds count as line ends
   */
  public static String sign(byte[] mail, DkimKey key, Instant now) {
    try {
      int end = endOfHeaders(mail);
      var fields = fields(new String(mail, 0, end, StandardCharsets.UTF_8));
      var names = new ArrayList<String>();
      var data = new StringBuilder();
      for (var name : SIGNED) {
        fields.stream().filter(field -> name(field).equals(name)).reduce((_, last) -> last).ifPresent(field -> {
          names.add(name);
          data.append(relaxed(field)).append("\r\n");
        });
      }
      names.add("from");
      var hash = MessageDigest.getInstance("SHA-256");
      RelaxedBody.hash(mail, end, hash);
      var unsigned = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + key.domain() + "; s=" + key.selector() + ";\r\n t=" + now.getEpochSecond()
          + "; h=" + String.join(":\r\n ", names) + ";\r\n bh=" + Base64.getEncoder().encodeToString(hash.digest()) + ";\r\n b=";
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.privateKey());
      signature.update((data + relaxed("DKIM-Signature: " + unsigned)).getBytes(StandardCharsets.UTF_8));
      return unsigned + folded(Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key " + key + " cannot sign", e);
    }
  }

  private static int endOfHeaders(byte[] mail) {
    for (int i = 0; i + 1 < mail.length; i++) {
      if (mail[i] == '\n' && mail[i + 1] == '\n') {
        return i + 2;
      }
      if (mail[i] == '\n' && mail[i + 1] == '\r' && i + 2 < mail.length && mail[i + 2] == '\n') {
        return i + 3;
      }
    }
    return mail.length;
  }

  /** Each with its continuation lines. */
  private static List<String> fields(String block) {
    var fields = new ArrayList<String>();
    for (var line : block.split("\\r?\\n")) {
      if ((line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty()) {
        fields.set(fields.size() - 1, fields.getLast() + "\r\n" + line);
      } else if (!line.isEmpty()) {
        fields.add(line);
      }
    }
    return fields;
  }

  private static String name(String field) {
    int colon = field.indexOf(':');
    return (colon < 0 ? field : field.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
  }

  private static String relaxed(String field) {
    return name(field) + ":" + field.substring(field.indexOf(':') + 1).replaceAll("\\r?\\n", "").replaceAll("[ \\t]+", " ").strip();
  }

  private static String folded(String base64) {
    var text = new StringBuilder();
    for (int i = 0; i < base64.length(); i += LINE) {
      text.append(i == 0 ? "" : "\r\n ").append(base64, i, Math.min(base64.length(), i + LINE));
    }
    return text.toString();
  }
}
