package org.enlacehub.channel.email.reading;

import io.micronaut.core.annotation.Nullable;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What our receiving server found out about the address that a mail says to come from, as it wrote it into {@code Authentication-Results}
 * (RFC 8601). Anybody can write such a field into a mail, so only a field of our own server proves anything.
 */
public enum SenderProof {
  /** The address's own domain stands for the mail, by DMARC, or by DKIM or SPF of that domain. */
  PROVEN,
  /** It was looked at and did not hold. */
  REFUTED,
  /** Nobody looked, or nothing could be said. */
  UNKNOWN;

  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern DOMAIN_OF_SPF = Pattern.compile("smtp\\.mailfrom\\s*=\\s*\"?(?:[^\\s;@\"]*@)?([^\\s;\"]+)");
  private static final Pattern DOMAIN_OF_DKIM = Pattern.compile("header\\.(?:d|i)\\s*=\\s*\"?(?:[^\\s;@\"]*@)?([^\\s;\"]+)");

  /**
   * @param ourServer the name by which our receiving server signs its findings; null when it is not known: then only what speaks against
   *     the mail in the topmost field counts
   */
  public static SenderProof of(ReceivedMail mail, @Nullable String ourServer) {
    var fields = mail.headers().all("authentication-results").stream().map(SenderProof::plain);
    if (ourServer == null) {
      return fields.findFirst().map(field -> judged(field, mail)).filter(REFUTED::equals).orElse(UNKNOWN);
    }
    return fields.filter(field -> field.split("[;\\s]", 2)[0].equals(ourServer.toLowerCase(Locale.ROOT))).findFirst()
        .map(field -> judged(field, mail)).orElse(UNKNOWN);
  }

  private static SenderProof judged(String field, ReceivedMail mail) {
    if (mail.from() == null) {
      return UNKNOWN;
    }
    var findings = field.split(";");
    if (says(findings, "dmarc=pass") || passed(findings, "dkim=pass", DOMAIN_OF_DKIM, mail) || passed(findings, "spf=pass", DOMAIN_OF_SPF, mail)) {
      return says(findings, "dmarc=fail") ? REFUTED : PROVEN;
    }
    return says(findings, "dmarc=fail") || says(findings, "spf=fail") || says(findings, "spf=softfail") || says(findings, "dkim=fail") ? REFUTED : UNKNOWN;
  }

  private static boolean says(String[] findings, String what) {
    return Stream.of(findings).map(String::strip).anyMatch(finding -> finding.equals(what) || finding.startsWith(what + " "));
  }

  private static boolean passed(String[] findings, String what, Pattern domain, ReceivedMail mail) {
    var ours = mail.from().domain().toLowerCase(Locale.ROOT);
    return Stream.of(findings).map(String::strip).filter(finding -> finding.startsWith(what)).map(domain::matcher)
        .anyMatch(found -> found.find() && (ours.equals(found.group(1)) || ours.endsWith("." + found.group(1))));
  }

  private static String plain(String field) {
    return COMMENT.matcher(field).replaceAll(" ").replaceAll("\\s*=\\s*", "=").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
