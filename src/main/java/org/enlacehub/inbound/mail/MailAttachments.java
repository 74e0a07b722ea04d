package org.enlacehub.inbound.mail;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.enlacehub.channel.email.reading.MailReader;
import org.enlacehub.channel.twilio.TwilioMedia.Fetched;
import org.enlacehub.inbound.AttachmentSource;

/** The files that came with mails, taken out of the stored mail when the desk fetches them. */
@Singleton
class MailAttachments implements AttachmentSource {
  private static final Pattern SOURCE = Pattern.compile("mail:(\\d{1,19})/(\\d{1,4})");
  private final MailRepository mails;
  private final MailStore store;

  MailAttachments(MailRepository mails, MailStore store) {
    this.mails = mails;
    this.store = store;
  }

  /** Where a file of a mail lies, as an attachment's source. */
  static String source(long mailId, int number) {
    return "mail:" + mailId + "/" + number;
  }

  @Override
  public boolean has(String source) {
    return SOURCE.matcher(source).matches();
  }

  @Override
  public Fetched fetch(String source, int largest) {
    var match = SOURCE.matcher(source);
    if (!match.matches()) {
      throw new IllegalArgumentException("not an attachment of a mail");
    }
    long mailId = Long.parseLong(match.group(1));
    var sealer = mails.find(mailId).flatMap(row -> store.sealer(row.contactId()));
    if (sealer.isEmpty()) {
      return new Fetched.Gone();
    }
    var bytes = new AtMost(largest);
    try {
      boolean there = MailReader.attachment(store.open(mailId, sealer.get()), Integer.parseInt(match.group(2)), bytes);
      return !there ? new Fetched.Gone() : bytes.over ? new Fetched.TooLarge() : new Fetched.Content(bytes.kept.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps no more than so many bytes. */
  private static final class AtMost extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;
    private boolean over;

    AtMost(int most) {
      this.most = most;
    }

    @Override
    public void write(int octet) {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) {
      over |= kept.size() + length > most;
      if (!over) {
        kept.write(from, start, length);
      }
    }
  }
}
