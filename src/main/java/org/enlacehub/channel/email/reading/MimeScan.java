package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a mail's tree of parts in one pass over its bytes, holding no more than a line. What is nested deeper than {@value #DEEPEST}
 * is text of the part that holds it; parts beyond {@value #MOST_PARTS} are passed over.
 */
final class MimeScan {
  static final int DEEPEST = 20;
  static final int MOST_PARTS = 500;
  private static final int MOST_HEADER_BYTES = 512_000;
  private static final int LONGEST_PREAMBLE = 256_000;
  private final Lines lines;
  private final Listener listener;
  private final List<String> boundaries = new ArrayList<>();
  private int parts;

  private MimeScan(InputStream in, Listener listener) {
    this.lines = new Lines(in);
    this.listener = listener;
  }

  /** A part that begins. */
  record Part(MailHeaders headers, ContentType type, @Nullable String encoding, int messagesAround) {}

  /** Told of each part that is no container. */
  interface Listener {
    /** Where the part's bytes go, still encoded; closed at its end. Null when nobody wants them. */
    @Nullable OutputStream begin(Part part) throws IOException;

    /** A mail that begins: the whole one (0), then those inside it. */
    default void message(MailHeaders headers, int messagesAround) {}
  }

  static void scan(InputStream in, Listener listener) throws IOException {
    new MimeScan(in, listener).entity(0, true);
  }

  /** One entity from its headers to its end; returns at the end of the stream or before a boundary that is not its own. */
  private void entity(int messages, boolean message) throws IOException {
    var headers = headers();
    if (message) {
      listener.message(headers, messages);
    }
    parts++;
    var type = ContentType.ofPart(headers);
    var encoding = headers.first("content-transfer-encoding").map(text -> text.split("[;\\s]")[0]).orElse(null);
    var boundary = type.is("multipart/") ? type.parameter("boundary") : null;
    boolean room = boundaries.size() + messages < DEEPEST && parts <= MOST_PARTS;
    if (boundary != null && !boundary.isBlank() && room) {
      container(headers, boundary.stripTrailing(), messages);
    } else if ((type.value().equals("message/rfc822") || type.value().equals("message/global")) && room && !encoded(encoding)) {
      entity(messages + 1, true);
    } else {
      var wanted = parts > MOST_PARTS ? null : listener.begin(new Part(headers, type, encoding, messages));
      try (var out = wanted == null ? OutputStream.nullOutputStream() : wanted) {
        body(out);
      }
    }
  }

  private void container(MailHeaders headers, String boundary, int messages) throws IOException {
    boundaries.add(boundary);
    int before = parts;
    var preamble = new Beginning(LONGEST_PREAMBLE);
    body(preamble);
    while (lines.is(boundary) && !lines.isEnd(boundary)) {
      lines.next();
      entity(messages, false);
    }
    boundaries.removeLast();
    if (parts == before) {
      // The boundary never came: what stands there is the text.
      unfinished(headers, preamble.toByteArray(), messages);
    }
    if (lines.isEnd(boundary)) {
      lines.next();
      body(OutputStream.nullOutputStream());
    }
  }

  private void unfinished(MailHeaders headers, byte[] text, int messages) throws IOException {
    var out = listener.begin(new Part(headers, ContentType.parse("text/plain"), null, messages));
    if (out != null) {
      try (out) {
        out.write(text);
      }
    }
  }

  /** Copies lines up to the next boundary of any entity around; the line break before a boundary belongs to the boundary. */
  private void body(OutputStream out) throws IOException {
    byte[] pending = {};
    int copied = 0;
    while (lines.hasLine() && !atBoundary()) {
      out.write(pending);
      out.write(lines.buffer(), lines.start(), lines.textLength());
      pending = lines.lineBreak();
      copied += lines.textLength();
      lines.next();
    }
    if (!lines.hasLine() && copied > 0) {
      out.write(pending);
    }
  }

  private boolean atBoundary() {
    for (var boundary : boundaries) {
      if (lines.is(boundary)) {
        return true;
      }
    }
    return false;
  }

  private MailHeaders headers() throws IOException {
    var block = new ByteArrayOutputStream();
    while (lines.hasLine() && !atBoundary()) {
      if (lines.textLength() == 0) {
        lines.next();
        break;
      }
      if (block.size() < MOST_HEADER_BYTES) {
        block.write(lines.buffer(), lines.start(), lines.textLength());
        block.write('\n');
      }
      lines.next();
    }
    return MailHeaders.parse(Charsets.repaired(block.toString(StandardCharsets.ISO_8859_1)));
  }

  private static boolean encoded(@Nullable String encoding) {
    return encoding != null && (encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable"));
  }
}
