package org.enlacehub.contact.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Tells by its first bytes what a file is, whatever its name says. Signatures are the public ones of each format
 * (zip APPNOTE, OLE2, PDF, gzip, PNG, JPEG, RAR, 7z).
 */
enum FileKind {
  TEXT, ZIP;

  private record Signature(String hex, String refusal) {}

  private static final List<Signature> REFUSED = List.of(
      new Signature("d0cf11e0a1b11ae1", "old_excel"), new Signature("25504446", "pdf"), new Signature("1f8b", "compressed"),
      new Signature("52617221", "compressed"), new Signature("377abcaf271c", "compressed"), new Signature("504b0506", "zip"),
      new Signature("89504e47", "binary"), new Signature("ffd8ff", "binary"), new Signature("47494638", "binary"),
      new Signature("7f454c46", "binary"));

  /** Refuses what is neither text nor a zip. @param head the first bytes of the file, some tens of kilobytes */
  static FileKind of(byte[] head) throws UnreadableFile {
    if (head.length == 0 || isBlank(head)) {
      throw new UnreadableFile("empty");
    }
    if (startsWith(head, "504b0304")) {
      return ZIP;
    }
    for (var signature : REFUSED) {
      if (startsWith(head, signature.hex())) {
        throw new UnreadableFile(signature.refusal());
      }
    }
    var opening = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    if (opening.startsWith("<") || opening.startsWith("\u00ef\u00bb\u00bf<")) {
      throw new UnreadableFile(opening.contains("<html") || opening.contains("<table") ? "web_page" : "xml");
    }
    return TEXT;
  }

  private static boolean isBlank(byte[] head) {
    for (byte b : head) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWith(byte[] head, String hex) {
    int length = hex.length() / 2;
    if (head.length < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if ((head[i] & 0xff) != Integer.parseInt(hex, 2 * i, 2 * i + 2, 16)) {
        return false;
      }
    }
    return true;
  }
}
