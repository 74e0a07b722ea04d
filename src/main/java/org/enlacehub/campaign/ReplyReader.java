package org.enlacehub.campaign;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.contact.ContactReader;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code reply} and {@code rsvp} of a campaign: what becomes of what people write back. */
final class ReplyReader {
  private static final int MOST_PLACES = 100_000;

  private ReplyReader() {}

  static Reply reply(YamlMap campaign, CampaignChecks checks) {
    return campaign.map("reply").map(map -> {
      map.allowOnly("within", "topic", "desk", "tag", "urgent", "settled");
      map.text("tag").filter(tag -> ContactReader.tag(tag).isEmpty()).ifPresent(tag -> map.report("tag", "'" + tag + "' is no tag.",
          "Use at most 60 plain characters without commas."));
      checks.answeredBy(map, map.text("topic").orElse(null), map.text("desk").orElse(null));
      var urgent = map.texts("urgent");
      var settled = map.texts("settled");
      settled.stream().filter(urgent::contains).forEach(both -> map.report("settled", "'" + both + "' calls for help and is settled too.",
          "Keep it in one of the two."));
      return new Reply(CampaignReader.duration(map, "within").orElse(Reply.USUAL.within()), map.text("topic").orElse(null),
          map.text("desk").orElse(null), map.text("tag").orElse(null), urgent, settled);
    }).orElse(Reply.USUAL);
  }

  /** Null without the key. */
  static Rsvp rsvp(YamlMap campaign, List<Channel> channels, Map<String, Object> values, CampaignChecks checks) {
    return campaign.map("rsvp").map(map -> {
      map.allowOnly("capacity", "deadline", "zone", "accept", "decline");
      var capacity = map.requiredText("capacity");
      if (!capacity.isEmpty() && !Gaps.in(capacity)) {
        capacity = map.number("capacity", 1, MOST_PLACES).map(String::valueOf).orElse("");
      }
      var deadline = map.requiredText("deadline").replace(' ', 'T');
      if (!deadline.isEmpty() && !Gaps.in(deadline) && !moment(deadline)) {
        map.report("deadline", "'" + deadline + "' is no moment.", "Write it as 2027-02-05T12:00.");
      }
      var zone = map.requiredText("zone");
      if (!zone.isEmpty() && !Gaps.in(zone) && !ZoneId.getAvailableZoneIds().contains(zone)) {
        map.report("zone", "'" + zone + "' is no time zone.", "Write the zone of the place, such as America/Los_Angeles.");
      }
      checks.confirmations(campaign, channels, CampaignReader.LANGUAGES, values);
      return new Rsvp(capacity, deadline, zone, map.textMap("accept"), map.textMap("decline"));
    }).orElse(null);
  }

  private static boolean moment(String text) {
    try {
      return LocalDateTime.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
