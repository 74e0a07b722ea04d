package org.enlacehub.channel.email.dkim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * Checks signatures as a receiver does, written from RFC 6376, 6 without the signer's code. That it is right itself is shown by the
 * signed example of RFC 8463.
 */
final class DkimVerifier {
  private DkimVerifier() {}

  /** Which of the signatures of a mail hold under a key, in their order. */
  static List<Boolean> verify(String mail, PublicKey key, String algorithm) throws Exception {
    var text = mail.replaceAll("\\r?\\n", "\r\n");
    int end = text.indexOf("\r\n\r\n");
    var fields = new ArrayList<>(Arrays.asList(text.substring(0, end).split("\\r\\n(?![ \\t])")));
    var body = text.substring(end + 4);
    var results = new ArrayList<Boolean>();
    for (var field : fields) {
      if (field.toLowerCase(Locale.ROOT).startsWith("dkim-signature:") && field.contains(algorithm.contains("RSA") ? "a=rsa-" : "a=ed25519-")) {
        results.add(holds(field, fields, body, key, algorithm));
      }
    }
    return results;
  }

  private static boolean holds(String field, List<String> fields, String body, PublicKey key, String algorithm) throws Exception {
    var tags = new HashMap<String, String>();
    for (var tag : field.substring(field.indexOf(':') + 1).split(";")) {
      var pair = tag.split("=", 2);
      if (pair.length == 2) {
        tags.put(pair[0].strip(), pair[1].replaceAll("\\s+", ""));
      }
    }
    var relaxed = body.replaceAll("[ \\t]+(?=\\r\\n|$)", "").replaceAll("[ \\t]+", " ").replaceAll("(\\r\\n)+$", "");
    var hash = MessageDigest.getInstance("SHA-256").digest((relaxed.isEmpty() ? "" : relaxed + "\r\n").getBytes(StandardCharsets.UTF_8));
    if (!Base64.getEncoder().encodeToString(hash).equals(tags.get("bh"))) {
      return false;
    }
    var left = new ArrayList<>(fields);
    var data = new StringBuilder();
    for (var name : tags.get("h").split(":")) {
      for (int i = left.size() - 1; i >= 0; i--) {
        if (left.get(i).split(":", 2)[0].strip().equalsIgnoreCase(name)) {
          data.append(canonical(left.remove(i))).append("\r\n");
          break;
        }
      }
    }
    data.append(canonical(field.replaceFirst("(?s)([;\\s]b=)[^;]*", "$1")));
    var signed = data.toString().getBytes(StandardCharsets.UTF_8);
    var verifier = Signature.getInstance(algorithm);
    verifier.initVerify(key);
    verifier.update(algorithm.equals("Ed25519") ? MessageDigest.getInstance("SHA-256").digest(signed) : signed);
    return verifier.verify(Base64.getDecoder().decode(tags.get("b")));
  }

  private static String canonical(String field) {
    var pair = field.split(":", 2);
    return pair[0].strip().toLowerCase(Locale.ROOT) + ":" + pair[1].replace("\r\n", "").replaceAll("[ \\t]+", " ").strip();
  }
}
