package org.enlacehub.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the process, from {@code ENLACE_*} and {@code TWILIO_*} in the environment (or the same names as properties).
 * Secrets are of type {@link Secret}, which never prints itself.
 *
 * @param publicUrl the address that carriers and browsers call, without a trailing slash; signatures are checked against it
 * @param smsFrom E.164 numbers or Messaging Service SIDs; empty: those of {@code config/channels.yml}
 * @param whatsappFrom as {@code smsFrom}, without the {@code whatsapp:} prefix
 */
public record Settings(
    int port,
    Path dataDir,
    URI publicUrl,
    boolean sandbox,
    Optional<String> twilioAccountSid,
    Optional<Secret> twilioAuthToken,
    URI twilioApiUrl,
    List<String> smsFrom,
    List<String> whatsappFrom,
    Optional<String> mailFrom,
    Optional<Secret> smtpUrl,
    Optional<Secret> imapUrl,
    Optional<Secret> adminToken) {

  /** Twilio can be called: account and token are both there. */
  public boolean hasTwilio() {
    return twilioAccountSid.isPresent() && twilioAuthToken.isPresent();
  }

  /** Pages are served over TLS, so cookies can be {@code Secure} and carry the {@code __Host-} prefix. */
  public boolean secure() {
    return "https".equals(publicUrl.getScheme());
  }
}
