package org.enlacehub.channel.email.imap;

import io.micronaut.core.annotation.Nullable;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.enlacehub.platform.settings.Secret;

/**
 * A mailbox, from {@code imap[s]://user:password@host:port/folder}; user and password percent-encoded where they hold {@code :},
 * {@code /} or {@code @}.
 *
 * @param implicitTls TLS from the first byte; otherwise STARTTLS is required unless the host is this machine
 * @param folder {@code INBOX} when the address names none
 */
public record ImapAddress(String host, int port, String user, @Nullable Secret password, boolean implicitTls, String folder) {
  private static final Pattern URL = Pattern.compile("(imaps?)://([^:@/]+)(?::([^@/]*))?@(\\[[^\\]]+\\]|[^:/@]+)(?::(\\d{1,5}))?(?:/(.*))?");
  private static final int IMAP = 143;
  private static final int IMAPS = 993;

  /** @throws IllegalArgumentException that never repeats the text, for it may hold a password */
  public static ImapAddress parse(String url) {
    var match = URL.matcher(url.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException("ENLACE_IMAP_URL is not of the form imap[s]://user:password@host:port/folder");
    }
    boolean tls = match.group(1).equals("imaps");
    int port = match.group(5) == null ? tls ? IMAPS : IMAP : Integer.parseInt(match.group(5));
    var folder = match.group(6) == null || match.group(6).isEmpty() ? "INBOX" : decoded(match.group(6));
    return new ImapAddress(match.group(4).replaceAll("[\\[\\]]", ""), port, decoded(match.group(2)),
        match.group(3) == null ? null : new Secret(decoded(match.group(3))), tls, folder);
  }

  /** What the mailbox is called where passwords do not belong: user, host and folder. */
  public String name() {
    return user + "@" + host + "/" + folder;
  }

  boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
