package org.enlacehub.inquiry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What a file is by its first bytes, whatever its sender calls it.
 *
 * @param mime a content type that a browser may be told
 */
public record FileType(String mime, Shown shown) {
  /** How a page may show it: what is neither picture nor sound is only ever downloaded. */
  public enum Shown { PICTURE, SOUND, DOWNLOAD }

  static final FileType UNKNOWN = new FileType("application/octet-stream", Shown.DOWNLOAD);
  private static final int BRAND = 8;

  private record Mark(int at, String bytes, FileType type) {
    boolean in(byte[] content) {
      byte[] mark = bytes.getBytes(StandardCharsets.ISO_8859_1);
      if (content.length < at + mark.length) {
        return false;
      }
      for (int i = 0; i < mark.length; i++) {
        if (content[at + i] != mark[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Mark> MARKS = List.of(
      picture("image/jpeg", "\u00ff\u00d8\u00ff"), picture("image/png", "\u0089PNG\r\n\u001a\n"), picture("image/gif", "GIF87a"),
      picture("image/gif", "GIF89a"), new Mark(BRAND, "WEBP", new FileType("image/webp", Shown.PICTURE)),
      sound("audio/ogg", "OggS"), sound("audio/amr", "#!AMR"), sound("audio/mpeg", "ID3"), sound("audio/mpeg", "\u00ff\u00fb"),
      sound("audio/mpeg", "\u00ff\u00f3"), sound("audio/mpeg", "\u00ff\u00f2"), sound("audio/aac", "\u00ff\u00f1"),
      sound("audio/aac", "\u00ff\u00f9"), new Mark(BRAND, "WAVE", new FileType("audio/wav", Shown.SOUND)),
      new Mark(4, "ftypM4A", new FileType("audio/mp4", Shown.SOUND)), new Mark(4, "ftyp3gp", new FileType("video/3gpp", Shown.DOWNLOAD)),
      new Mark(4, "ftyp", new FileType("video/mp4", Shown.DOWNLOAD)), file("application/pdf", "%PDF-"), file("application/zip", "PK\u0003\u0004"));
  private static final String CARD = "BEGIN:VCARD";

  static FileType of(byte[] content) {
    var found = MARKS.stream().filter(mark -> mark.in(content)).findFirst();
    if (found.isPresent()) {
      return found.get().type();
    }
    var start = new String(content, 0, Math.min(content.length, CARD.length()), StandardCharsets.US_ASCII);
    return start.toUpperCase(Locale.ROOT).equals(CARD) ? new FileType("text/vcard", Shown.DOWNLOAD) : UNKNOWN;
  }

  private static Mark picture(String mime, String bytes) {
    return new Mark(0, bytes, new FileType(mime, Shown.PICTURE));
  }

  private static Mark sound(String mime, String bytes) {
    return new Mark(0, bytes, new FileType(mime, Shown.SOUND));
  }

  private static Mark file(String mime, String bytes) {
    return new Mark(0, bytes, new FileType(mime, Shown.DOWNLOAD));
  }
}
