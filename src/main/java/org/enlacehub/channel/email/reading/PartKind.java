package org.enlacehub.channel.email.reading;

import java.util.Set;

/** What a part of a mail is for. */
enum PartKind {
  TEXT, HTML, REPORT, ATTACHMENT,
  /** Of a mail inside this one: the mail that holds it is kept whole, so nothing of it is listed. */
  ENCLOSED;

  private static final Set<String> REPORTS = Set.of("message/delivery-status", "message/global-delivery-status", "message/feedback-report",
      "text/rfc822-headers", "text/rfc822-header", "message/global-headers", "message/disposition-notification", "message/rfc822",
      "message/global", "message/partial");

  static PartKind of(MimeScan.Part part) {
    var type = part.type().value();
    if (REPORTS.contains(type)) {
      return REPORT;
    }
    if (part.messagesAround() > 0) {
      return ENCLOSED;
    }
    var disposition = ContentType.parse(part.headers().text("content-disposition"));
    boolean file = disposition.value().equals("attachment") || !name(part).isEmpty() && !disposition.value().equals("inline");
    if (!file && type.equals("text/plain")) {
      return TEXT;
    }
    return !file && type.equals("text/html") ? HTML : ATTACHMENT;
  }

  /** The file's name in one line; empty when it has none. */
  static String name(MimeScan.Part part) {
    var disposition = ContentType.parse(part.headers().text("content-disposition")).parameter("filename");
    var name = disposition != null ? disposition : part.type().parameter("name");
    if (name == null) {
      return "";
    }
    var line = EncodedWords.decode(name).replaceAll("[\\p{Cntrl}\\s/\\\\]+", " ").strip();
    return line.length() > 150 ? line.substring(line.length() - 150) : line;
  }
}
