package org.enlacehub.sandbox.twilio;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that refuses a request, as Twilio writes it. Texts follow the sense of twilio.com/docs/api/errors.
 *
 * @param status HTTP status
 * @param code Twilio's code
 * @param message what is wrong; {@code %s} stands for the number
 */
public record TwilioError(int status, int code, String message) {

  static TwilioError notFound(String path) {
    return new TwilioError(404, 20404, "The requested resource " + path + " was not found");
  }

  static TwilioError unauthenticated() {
    return new TwilioError(401, 20003, "Authenticate");
  }

  static TwilioError tooMany() {
    return new TwilioError(429, 20429, "Too Many Requests");
  }

  static TwilioError internal() {
    return new TwilioError(500, 20500, "An internal server error has occurred");
  }

  TwilioError about(String number) {
    return new TwilioError(status, code, message.formatted(number));
  }

  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("code", code);
    body.put("message", message);
    body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    body.put("status", status);
    return body;
  }

  /** The reason that a receipt gives for a code; empty when the sandbox never gives it. */
  public static String reason(int code) {
    return switch (code) {
      case 0 -> "";
      case 30001 -> "Queue overflow";
      case 30003 -> "Unreachable destination handset";
      case 30004 -> "Message blocked";
      case 30005 -> "Unknown destination handset";
      case 30006 -> "Landline or unreachable carrier";
      case 30007 -> "Carrier violation: message filtered";
      case 30008 -> "Unknown error";
      case 30034 -> "Message from an unregistered number (10DLC)";
      case 63003 -> "Channel could not find the recipient";
      case 63016 -> "Free-form message outside the allowed window; use a template";
      case 63024 -> "Invalid message recipient";
      case 63032 -> "Message cannot be sent because of a limitation for this recipient";
      case 63049 -> "Meta chose not to deliver this marketing message";
      default -> "Error " + code;
    };
  }
}
