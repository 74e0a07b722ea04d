package org.enlacehub.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.enlacehub.platform.config.Findings;

/** The files of a template as one value: its version, and the way back from a stored version. */
final class TemplateContent {
  private TemplateContent() {}

  /**
   * Makes a template of the files of a pinned version, the shared ones under {@code _shared/}.
   *
   * @throws org.enlacehub.platform.config.InvalidConfiguration when this release can no longer read it
   */
  static Template read(String name, Map<String, String> files) {
    var own = new TreeMap<String, String>();
    var common = new TreeMap<String, String>();
    files.forEach((path, content) -> {
      boolean shared = path.startsWith(SharedParts.FOLDER + "/");
      (shared ? common : own).put(shared ? path.substring(SharedParts.FOLDER.length() + 1) : path, content);
    });
    var findings = new Findings();
    var shared = SharedParts.read(common, SharedParts.FOLDER, findings);
    var template = TemplateReader.read(name, name, own, shared, findings);
    findings.throwIfAny();
    return template.orElseThrow();
  }

  /** SHA-256 of some bytes, in hexadecimal. */
  static String sum(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** SHA-256 over paths and contents with their lengths, so that no two sets of files look alike. */
  static String version(Map<String, String> files) {
    var digest = sha256();
    new TreeMap<>(files).forEach((path, content) -> {
      for (var part : new String[] {path, content}) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
