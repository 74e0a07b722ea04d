package org.enlacehub.sandbox.twilio;

import io.micronaut.core.annotation.Nullable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.enlacehub.sandbox.SandboxCarriers;

/** The form of a create request, with the checks that Twilio makes before it looks at the recipient. */
record CreateRequest(String to, String from, @Nullable String messagingServiceSid, String body, List<String> media,
    @Nullable String contentSid, @Nullable String contentVariables, @Nullable String statusCallback) {
  private static final int MAX_BODY = 1600;
  private static final int MAX_MEDIA = 10;
  private static final Pattern CONTENT_SID = Pattern.compile("HX[0-9a-fA-F]{32}");

  static CreateRequest of(Form form) {
    var to = Optional.ofNullable(form.get("To")).orElse("").strip();
    var service = form.get("MessagingServiceSid");
    var from = form.get("From");
    // A service picks a sender of its pool; the sandbox's pool has one number for each channel.
    if (from == null && service != null) {
      from = Address.isWhatsApp(to) ? Address.WHATSAPP + SandboxCarriers.WHATSAPP_FROM : SandboxCarriers.SMS_FROM;
    }
    return new CreateRequest(to, from == null ? "" : from.strip(), service, Optional.ofNullable(form.get("Body")).orElse(""),
        form.all("MediaUrl"), form.get("ContentSid"), form.get("ContentVariables"), form.get("StatusCallback"));
  }

  boolean isWhatsApp() {
    return Address.isWhatsApp(to);
  }

  /** What Twilio would refuse about the form itself. */
  Optional<TwilioError> fault() {
    if (to.isEmpty()) {
      return refuse(21604, "A 'To' phone number is required");
    }
    if (from.isEmpty()) {
      return refuse(21603, "A 'From' phone number is required");
    }
    if (!Address.isNumber(to)) {
      return refuse(21211, "Invalid 'To' Phone Number: " + to);
    }
    if (!Address.isSender(from) || from.equals("+15005550001")) {
      return refuse(21212, "Invalid From Number: " + from);
    }
    if (from.equals("+15005550007")) {
      return refuse(21606, "The 'From' number " + from + " is not a valid, SMS-capable number of this account");
    }
    if (from.equals("+15005550008")) {
      return refuse(21611, "This 'From' number has exceeded the maximum number of queued messages");
    }
    if (Address.isWhatsApp(to) != Address.isWhatsApp(from)) {
      return refuse(63007, "Twilio could not find a Channel with the specified From address");
    }
    if (to.equals(from)) {
      return refuse(21266, "'To' and 'From' number cannot be the same");
    }
    return contentFault();
  }

  private Optional<TwilioError> contentFault() {
    if (body.isEmpty() && media.isEmpty() && contentSid == null) {
      return refuse(21619, "A text message body, media urls or a content sid must be specified");
    }
    if (body.length() > MAX_BODY) {
      return refuse(21617, "The concatenated message body exceeds the 1600 character limit");
    }
    if (media.size() > MAX_MEDIA) {
      return refuse(21623, "Number of media files exceeds allowed limit");
    }
    if (!media.stream().allMatch(CreateRequest::isAddress)) {
      return refuse(21620, "Invalid media URL(s)");
    }
    if (contentSid != null && !CONTENT_SID.matcher(contentSid).matches()) {
      return refuse(21655, "The ContentSid is invalid");
    }
    if (contentVariables != null && ContentShelf.variables(contentVariables).isEmpty()) {
      return refuse(21656, "The ContentVariables parameter is invalid");
    }
    if (statusCallback != null && !isAddress(statusCallback)) {
      return refuse(21609, "The StatusCallback URL " + statusCallback + " is not a valid URL");
    }
    return Optional.empty();
  }

  private static boolean isAddress(String url) {
    try {
      var uri = URI.create(url);
      return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<TwilioError> refuse(int code, String message) {
    return Optional.of(new TwilioError(400, code, message));
  }
}
