package org.enlacehub.channel.email.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads mails in one pass. Whatever the bytes are, something comes back. */
public final class MailReader {
  private static final int LONGEST_SUBJECT = 1_000;
  private static final int MOST_REFERENCES = 100;
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[EEE, ][EEE ]d MMM yyyy H:mm[:ss] [Z][z]", Locale.US);

  private MailReader() {}

  /** Reads to the end and leaves the stream open. */
  public static ReceivedMail read(InputStream in) throws IOException {
    var parts = new PartCollector();
    MimeScan.scan(in, parts);
    return mail(parts);
  }

  public static ReceivedMail read(byte[] raw) {
    try {
      return read(new ByteArrayInputStream(raw));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be read", e);
    }
  }

  /** Writes an attachment, decoded, as {@link ReceivedMail#attachments} numbers it. False when there is no such one. */
  public static boolean attachment(InputStream in, int number, OutputStream out) throws IOException {
    var picked = new AttachmentPicker(number, out);
    MimeScan.scan(in, picked);
    return picked.found();
  }

  private static ReceivedMail mail(PartCollector parts) {
    var headers = parts.headers();
    var html = parts.html();
    var text = parts.text().orElseGet(() -> html == null ? "" : HtmlText.of(html));
    // Mail programs mark quotes in HTML far better than in text.
    var own = VisibleText.of(html == null ? text : html.length() > text.length() / 4 && HtmlText.marksQuotes(html)
        ? HtmlText.withoutQuotes(html) : text);
    return new ReceivedMail(headers, from(headers), recipients(headers), oneLine(EncodedWords.decode(headers.text("subject"))),
        date(headers.text("date")), id(headers.text("message-id")).orElse(null), references(headers), text,
        own.isBlank() && parts.text().isPresent() ? VisibleText.of(text) : own, html, parts.attachments(), parts.reports());
  }

  private static MailAddress from(MailHeaders headers) {
    return MailAddress.first(headers.text("from")).or(() -> MailAddress.first(headers.text("sender")))
        .or(() -> MailAddress.first(headers.text("return-path"))).orElse(null);
  }

  private static List<MailAddress> recipients(MailHeaders headers) {
    var all = new ArrayList<MailAddress>();
    for (var name : List.of("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to", "cc")) {
      headers.all(name).forEach(value -> all.addAll(MailAddress.all(value)));
    }
    return List.copyOf(all.size() > 1_000 ? all.subList(0, 1_000) : all);
  }

  private static List<String> references(MailHeaders headers) {
    var all = new LinkedHashSet<String>(ids(headers.text("in-reply-to")));
    all.addAll(ids(headers.text("references")).reversed());
    return all.stream().limit(MOST_REFERENCES).toList();
  }

  private static List<String> ids(String value) {
    return MESSAGE_ID.matcher(value).results().map(match -> match.group()).toList();
  }

  private static Optional<String> id(String value) {
    return ids(value).stream().findFirst();
  }

  private static Instant date(String value) {
    try {
      var text = COMMENT.matcher(value).replaceAll(" ").strip().replaceAll("\\s+", " ");
      return ZonedDateTime.parse(text, DATE).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String oneLine(String text) {
    var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line;
  }
}
