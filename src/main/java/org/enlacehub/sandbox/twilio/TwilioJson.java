package org.enlacehub.sandbox.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.enlacehub.sandbox.SandboxCarriers;

/** Writes resources as Twilio does: every field present, null where there is nothing, dates in RFC 2822. */
final class TwilioJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final String ACCOUNT = "/2010-04-01/Accounts/" + SandboxCarriers.ACCOUNT_SID;

  private TwilioJson() {}

  static String write(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, Object> message(BookedMessage message) {
    var details = message.details();
    var uri = ACCOUNT + "/Messages/" + message.sid();
    boolean whatsapp = Address.isWhatsApp(message.person());
    var body = new LinkedHashMap<String, Object>();
    body.put("account_sid", SandboxCarriers.ACCOUNT_SID);
    body.put("api_version", "2010-04-01");
    body.put("body", details.body());
    body.put("date_created", date(message.arrived()));
    body.put("date_sent", date(message.sent()));
    body.put("date_updated", date(message.updated()));
    body.put("direction", message.inbound() ? "inbound" : "outbound-api");
    body.put("error_code", message.errorCode() == 0 ? null : message.errorCode());
    body.put("error_message", message.errorCode() == 0 ? null : TwilioError.reason(message.errorCode()));
    body.put("from", message.status() == Status.ACCEPTED ? null : message.from());
    body.put("messaging_service_sid", details.messagingServiceSid());
    body.put("num_media", Integer.toString(details.media().size()));
    body.put("num_segments", Integer.toString(whatsapp ? 1 : Segments.of(details.body())));
    body.put("price", null);
    body.put("price_unit", "USD");
    body.put("sid", message.sid());
    body.put("status", message.status().word());
    body.put("subresource_uris", Map.of("media", uri + "/Media.json"));
    body.put("to", message.to());
    body.put("uri", uri + ".json");
    return body;
  }

  /**
   * A page of the message list.
   *
   * @param query filters as they stand in the address, without paging; ends in & or is empty
   * @param next identifier after which the next page begins; null on the last page
   */
  static Map<String, Object> page(List<BookedMessage> messages, String query, int size, int page, @Nullable String next) {
    var list = ACCOUNT + "/Messages.json?" + query + "PageSize=" + size;
    var body = new LinkedHashMap<String, Object>();
    body.put("messages", messages.stream().map(TwilioJson::message).toList());
    body.put("first_page_uri", list + "&Page=0");
    body.put("next_page_uri", next == null ? null : list + "&Page=" + (page + 1) + "&PageToken=PA" + next);
    body.put("previous_page_uri", null);
    body.put("uri", list + "&Page=" + page);
    body.put("page", page);
    body.put("page_size", size);
    body.put("start", page * size);
    body.put("end", page * size + messages.size() - 1);
    return body;
  }

  static Map<String, Object> media(String messageSid, MediaShelf.Item item) {
    var body = new LinkedHashMap<String, Object>();
    body.put("sid", item.sid());
    body.put("account_sid", SandboxCarriers.ACCOUNT_SID);
    body.put("parent_sid", messageSid);
    body.put("content_type", item.type());
    body.put("date_created", date(item.made()));
    body.put("date_updated", date(item.made()));
    body.put("uri", ACCOUNT + "/Messages/" + messageSid + "/Media/" + item.sid() + ".json");
    return body;
  }

  static Map<String, Object> content(ContentShelf.Content content) {
    var url = "https://content.twilio.com/v1/Content/" + content.sid();
    var body = new LinkedHashMap<String, Object>();
    body.put("sid", content.sid());
    body.put("account_sid", SandboxCarriers.ACCOUNT_SID);
    body.put("friendly_name", content.name());
    body.put("language", content.language());
    body.put("variables", content.variables());
    body.put("types", Map.of("twilio/text", Map.of("body", content.body())));
    body.put("url", url);
    body.put("date_created", content.created().toString());
    body.put("date_updated", content.created().toString());
    body.put("links", Map.of("approval_create", url + "/ApprovalRequests/whatsapp",
        "approval_fetch", url + "/ApprovalRequests"));
    return body;
  }

  static Map<String, Object> approval(ContentShelf.Content content) {
    return Map.of("name", content.name().toLowerCase(Locale.ROOT).replace('-', '_'), "category", content.category(),
        "content_type", "twilio/text", "status", content.approval(), "rejection_reason", content.rejection(),
        "allow_category_change", true);
  }

  private static @Nullable String date(@Nullable Instant time) {
    return time == null ? null : RFC_2822.format(time);
  }
}
