package org.enlacehub.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.enlacehub.platform.settings.FreePort;

/** How the product is started with the sandbox inside it. */
public final class InsideProduct {
  private InsideProduct() {}

  /**
   * Properties that switch the sandbox on and make the product use it for every carrier: Twilio's address and account, senders, SMTP
   * and IMAP. The mail ports are free ones, taken now.
   *
   * @param port on which the product will answer
   */
  public static Map<String, Object> properties(int port) {
    int smtp = FreePort.pick();
    int imap = FreePort.pick();
    var login = SandboxCarriers.MAIL_USER + ":" + SandboxCarriers.MAIL_PASSWORD + "@localhost:";
    var all = new HashMap<String, Object>();
    all.put("enlace.sandbox", true);
    all.put("sandbox.smtp-port", smtp);
    all.put("sandbox.imap-port", imap);
    all.put("twilio.api-url", "http://localhost:" + port + SandboxCarriers.TWILIO_PATH);
    all.put("twilio.account-sid", SandboxCarriers.ACCOUNT_SID);
    all.put("twilio.auth-token", SandboxCarriers.AUTH_TOKEN);
    all.put("enlace.sms-from", SandboxCarriers.SMS_FROM);
    all.put("enlace.whatsapp-from", SandboxCarriers.WHATSAPP_FROM);
    all.put("enlace.mail-from", SandboxCarriers.MAIL_FROM);
    all.put("enlace.smtp-url", "smtp://" + login + smtp);
    all.put("enlace.imap-url", "imap://" + login + imap);
    all.put("enlace.mail.plus-addresses", true);
    return all;
  }
}
