package org.enlacehub.channel.email.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the receiving server's filter said. We judge no mail ourselves: who writes badly or from far away is no spammer. */
public final class SpamMarks {
  private static final Pattern LEVEL = Pattern.compile("SCL:\\s*([5-9])");
  private static final Pattern FAILED = Pattern.compile("dmarc=fail[^;]{0,80}(?:p=(?:reject|quarantine)|action=(?:quarantine|reject))", Pattern.CASE_INSENSITIVE);

  private SpamMarks() {}

  public static boolean on(ReceivedMail mail) {
    var headers = mail.headers();
    return yes(headers.text("x-spam-flag")) || yes(headers.text("x-spam-status")) || yes(headers.text("x-spam"))
        || headers.text("x-spam").toLowerCase(Locale.ROOT).startsWith("spam") || headers.text("x-rspamd-action").matches("(?i)(reject|add header|rewrite subject).*")
        || LEVEL.matcher(headers.text("x-forefront-antispam-report")).find()
        || mail.subject().matches("(?i)(\\*+|\\[)spam(\\*+|\\]).*") || FAILED.matcher(headers.text("authentication-results")).find();
  }

  private static boolean yes(String value) {
    return value.strip().toLowerCase(Locale.ROOT).startsWith("yes") || value.strip().equalsIgnoreCase("true");
  }
}
