package org.enlacehub.sandbox.twilio;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.enlacehub.sandbox.twilio.Effect.Deliver;
import org.enlacehub.sandbox.twilio.Effect.End;
import org.enlacehub.sandbox.twilio.Effect.GarbledAnswer;
import org.enlacehub.sandbox.twilio.Effect.Late;
import org.enlacehub.sandbox.twilio.Effect.LoseRequest;
import org.enlacehub.sandbox.twilio.Effect.LoseResponse;
import org.enlacehub.sandbox.twilio.Effect.ProxyError;
import org.enlacehub.sandbox.twilio.Effect.Refuse;
import org.enlacehub.sandbox.twilio.Effect.RefuseFirst;
import org.enlacehub.sandbox.twilio.Effect.Shuffled;
import org.enlacehub.sandbox.twilio.Effect.SlowAnswer;
import org.enlacehub.sandbox.twilio.Effect.Stay;
import org.enlacehub.sandbox.twilio.Effect.TwiceTold;

/**
 * Numbers that misbehave: those that end in 555 01 and two digits from 60 to 89, in any country. In North America 555 0100 to
 * 555 0199 is kept for fiction in every area code, so {@code +1 213 555 0160} is nobody's. All other numbers are well.
 * The table is also in docs/sandbox.md, which a test compares with this one.
 */
public enum NumberBehaviour {
  INVALID("60", refuse(400, 21211, "Invalid 'To' Phone Number: %s"), refuse(400, 21211, "Invalid 'To' Phone Number: %s")),
  NOT_MOBILE("61", refuse(400, 21614, "'To' number %s is not a valid mobile number"), new End(Status.UNDELIVERED, 63024)),
  REGION_NOT_ALLOWED("62", refuse(400, 21408, "Permission to send an SMS has not been enabled for the region of 'To' number %s"),
      new Deliver()),
  OPTED_OUT("63", refuse(400, 21610, "Attempt to send to unsubscribed recipient"),
      refuse(400, 21610, "Attempt to send to unsubscribed recipient")),
  NEVER_DELIVERED("64", new Stay(Status.SENT), new Stay(Status.SENT)),
  UNREACHABLE("65", new End(Status.UNDELIVERED, 30003), new End(Status.UNDELIVERED, 63024)),
  UNKNOWN_HANDSET("66", new End(Status.UNDELIVERED, 30005), new End(Status.UNDELIVERED, 63003)),
  LANDLINE("67", new End(Status.UNDELIVERED, 30006), new End(Status.UNDELIVERED, 63024)),
  FILTERED("68", new End(Status.UNDELIVERED, 30007), new Deliver()),
  UNKNOWN_ERROR("69", new End(Status.UNDELIVERED, 30008), new End(Status.UNDELIVERED, 30008)),
  UNREGISTERED_10DLC("70", new End(Status.UNDELIVERED, 30034), new Deliver()),
  TOO_MANY_FIRST("71", new RefuseFirst(TwilioError.tooMany()), new RefuseFirst(TwilioError.tooMany())),
  SERVER_ERROR_FIRST("72", new RefuseFirst(TwilioError.internal()), new RefuseFirst(TwilioError.internal())),
  UNAVAILABLE_FIRST("73", new RefuseFirst(new TwilioError(503, 20503, "Service unavailable")),
      new RefuseFirst(new TwilioError(503, 20503, "Service unavailable"))),
  LOST_RESPONSE("74", new LoseResponse(), new LoseResponse()),
  SLOW_ANSWER("75", new SlowAnswer(), new SlowAnswer()),
  GARBLED_ANSWER("76", new GarbledAnswer(), new GarbledAnswer()),
  PROXY_ERROR("77", new ProxyError(), new ProxyError()),
  OUTSIDE_WINDOW("78", new Deliver(), new End(Status.FAILED, 63016)),
  WHATSAPP_RECIPIENT("79", new Deliver(), new End(Status.UNDELIVERED, 63024)),
  META_DECLINED("80", new Deliver(), new End(Status.UNDELIVERED, 63049)),
  NEVER_SENT("81", new Stay(Status.QUEUED), new Stay(Status.QUEUED)),
  LATE("82", new Late(), new Late()),
  RECEIPTS_TWICE("83", new TwiceTold(), new TwiceTold()),
  RECEIPTS_SHUFFLED("84", new Shuffled(), new Shuffled()),
  LOST_REQUEST("85", new LoseRequest(), new LoseRequest()),
  QUEUE_OVERFLOW("86", new End(Status.FAILED, 30001), new Deliver()),
  BLOCKED("87", new End(Status.UNDELIVERED, 30004), new Deliver()),
  NOT_ON_WHATSAPP("88", new Deliver(), new End(Status.UNDELIVERED, 63003)),
  USER_LIMIT("89", new Deliver(), new End(Status.UNDELIVERED, 63032));

  /** What a misbehaving number has before its last two digits. */
  public static final String MARK = "55501";

  private static final Map<String, NumberBehaviour> BY_DIGITS = new HashMap<>();

  /** Twilio's own magic recipients: twilio.com/docs/iam/test-credentials. */
  private static final Map<String, Effect> MAGIC = Map.of(
      "+15005550001", INVALID.sms,
      "+15005550002", refuse(400, 21612, "The 'To' phone number %s is not currently reachable from this 'From' number"),
      "+15005550003", REGION_NOT_ALLOWED.sms,
      "+15005550004", OPTED_OUT.sms,
      "+15005550009", NOT_MOBILE.sms);

  static {
    Arrays.stream(values()).forEach(behaviour -> BY_DIGITS.put(behaviour.digits, behaviour));
  }

  private final String digits;
  private final Effect sms;
  private final Effect whatsapp;

  NumberBehaviour(String digits, Effect sms, Effect whatsapp) {
    this.digits = digits;
    this.sms = sms;
    this.whatsapp = whatsapp;
  }

  /** What happens to a message to this address, with or without the {@code whatsapp:} prefix. */
  public static Effect of(String address) {
    boolean whatsapp = Address.isWhatsApp(address);
    var number = Address.number(address);
    var magic = MAGIC.get(number);
    if (magic != null) {
      return magic;
    }
    int length = number.length();
    if (length < 8 || !number.startsWith(MARK, length - 7)) {
      return new Deliver();
    }
    var behaviour = BY_DIGITS.get(number.substring(length - 2));
    return behaviour == null ? new Deliver() : behaviour.on(whatsapp);
  }

  /** The last two digits after {@link #MARK}. */
  public String digits() {
    return digits;
  }

  /** What it does by SMS or by WhatsApp. */
  public Effect on(boolean whatsapp) {
    return whatsapp ? this.whatsapp : sms;
  }

  private static Effect refuse(int status, int code, String message) {
    return new Refuse(new TwilioError(status, code, message));
  }
}
