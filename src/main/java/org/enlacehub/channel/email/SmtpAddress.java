package org.enlacehub.channel.email;

import io.micronaut.core.annotation.Nullable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.enlacehub.platform.settings.Secret;

/**
 * A mail server to send by, from {@code smtp[s]://user:password@host:port}; user and password percent-encoded where they hold
 * {@code :}, {@code /} or {@code @}.
 *
 * @param implicitTls TLS from the first byte; otherwise STARTTLS is required unless the host is this machine
 */
record SmtpAddress(String host, int port, @Nullable String user, @Nullable Secret password, boolean implicitTls) {
  private static final Pattern URL = Pattern.compile("(smtps?)://(?:([^:@/]*)(?::([^@/]*))?@)?(\\[[^\\]]+\\]|[^:/@]+)(?::(\\d{1,5}))?/?");
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;

  /** @throws IllegalArgumentException that never repeats the text, for it may hold a password */
  static SmtpAddress parse(String url) {
    var match = URL.matcher(url.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException("ENLACE_SMTP_URL is not of the form smtp[s]://user:password@host:port");
    }
    boolean tls = match.group(1).equals("smtps");
    int port = match.group(5) == null ? tls ? SUBMISSIONS : SUBMISSION : Integer.parseInt(match.group(5));
    var user = blankToNull(match.group(2));
    var password = blankToNull(match.group(3));
    return new SmtpAddress(match.group(4).replaceAll("[\\[\\]]", ""), port, user, password == null ? null : new Secret(password),
        tls);
  }

  /** The host is this machine, so nobody can listen on the way. */
  boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    // A plus is a plus here; only form bodies write a space so.
    return text == null || text.isEmpty() ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
