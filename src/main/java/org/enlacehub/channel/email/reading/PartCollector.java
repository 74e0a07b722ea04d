package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what is worth reading of the parts of a mail, each to a bounded length. */
final class PartCollector implements MimeScan.Listener {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_REPORT = 64_000;
  private static final int MOST_REPORTS = 20;
  private static final int MOST_TEXTS = 20;
  private final List<String> texts = new ArrayList<>();
  private final List<ReceivedMail.Attachment> attachments = new ArrayList<>();
  private final List<ReceivedMail.Report> reports = new ArrayList<>();
  private MailHeaders headers = MailHeaders.parse("");
  private @Nullable String html;
  private long textBytes;

  @Override
  public void message(MailHeaders of, int messagesAround) {
    if (messagesAround == 0) {
      headers = of;
    } else {
      report("message/rfc822", messagesAround - 1, of.lines());
    }
  }

  @Override
  public @Nullable OutputStream begin(MimeScan.Part part) {
    var kind = PartKind.of(part);
    return switch (kind) {
      case TEXT, HTML -> textBytes > LONGEST_TEXT ? null : collecting(LONGEST_TEXT, bytes -> {
        textBytes += bytes.seen();
        text(kind, part, decoded(bytes, part));
      });
      case REPORT -> collecting(LONGEST_REPORT, bytes -> report(part.type().value(), part.messagesAround(), decoded(bytes, part)));
      case ATTACHMENT -> collecting(0, bytes -> attachments.add(new ReceivedMail.Attachment(attachments.size(), PartKind.name(part),
          part.type().value(), "base64".equalsIgnoreCase(part.encoding()) ? bytes.seen() * 3 / 4 : bytes.seen())));
      case ENCLOSED -> null;
    };
  }

  private void text(PartKind kind, MimeScan.Part part, String text) {
    if (kind == PartKind.HTML) {
      html = html == null ? text : html + "\n" + text;
    } else if (texts.size() < MOST_TEXTS) {
      texts.add(part.type().parameter("format") != null && part.type().parameter("format").equalsIgnoreCase("flowed")
          ? FlowedText.joined(text, "yes".equalsIgnoreCase(part.type().parameter("delsp"))) : text);
    }
  }

  private void report(String type, int depth, String text) {
    if (reports.size() < MOST_REPORTS) {
      reports.add(new ReceivedMail.Report(type, depth, text));
    }
  }

  private static String decoded(Beginning bytes, MimeScan.Part part) {
    return Charsets.decode(Transfer.decode(bytes.toByteArray(), part.encoding()), part.type().parameter("charset"))
        .replace("\r\n", "\n").replace("\u0000", "");
  }

  /** Tells of the bytes when they are all there. */
  private static OutputStream collecting(int most, Consumer<Beginning> whenWhole) {
    return new Beginning(most) {
      private boolean closed;

      @Override
      public void close() {
        if (!closed) {
          closed = true;
          whenWhole.accept(this);
        }
      }
    };
  }

  MailHeaders headers() {
    return headers;
  }

  Optional<String> text() {
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
  }

  @Nullable String html() {
    return html;
  }

  List<ReceivedMail.Attachment> attachments() {
    return List.copyOf(attachments);
  }

  List<ReceivedMail.Report> reports() {
    return List.copyOf(reports);
  }
}
