package org.enlacehub.sandbox;

/**
 * The fixed credentials and senders of the sandbox. They open nothing but the sandbox, so they may stand in code, in the
 * console's hints and in test logs. The numbers lie in +1 500 555, which Twilio keeps for tests.
 */
public final class SandboxCarriers {
  /** The account that the stand-in for Twilio knows. */
  public static final String ACCOUNT_SID = "AC5a9db0c0ffee5a9db0c0ffee5a9db0c0";

  /** Password of the account for Basic authentication, and the key of webhook signatures. */
  public static final String AUTH_TOKEN = "sandbox0token0sandbox0token00000";

  /** Sender of SMS. */
  public static final String SMS_FROM = "+15005550006";

  /** Sender of WhatsApp, without the {@code whatsapp:} prefix. */
  public static final String WHATSAPP_FROM = "+15005550016";

  /** The hub's mail address; its mailbox is read by IMAP. */
  public static final String MAIL_FROM = "consulado@hub.example.org";

  /** User of SMTP and IMAP. */
  public static final String MAIL_USER = "hub";

  /** Password of SMTP and IMAP. */
  public static final String MAIL_PASSWORD = "sandbox";

  /** Path under which the stand-in for Twilio answers: {@code TWILIO_API_URL} is the server's address and this. */
  public static final String TWILIO_PATH = "/sandbox/twilio";

  private SandboxCarriers() {}
}
