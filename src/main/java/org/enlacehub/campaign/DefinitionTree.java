package org.enlacehub.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.enlacehub.contact.Channel;
import org.enlacehub.delivery.Quiet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A definition as the keys and values of its file, and such keys and values as the file's text: what the form writes and reads. */
public final class DefinitionTree {
  private static final int WIDTH = 120;

  private DefinitionTree() {}

  /** In the order in which people write a file; what is as by default is left out. */
  public static Map<String, Object> of(CampaignDefinition d) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("id", d.id());
    tree.put("title", d.title());
    tree.put("purpose", d.purpose().code());
    tree.put("audience", d.audience());
    wording(d.wording(), d.wording().values(), tree);
    tree.put("channels", d.channels().stream().map(Channel::code).toList());
    put(tree, "fallbackAfter", span(d.fallbackAfter()));
    tree.put("schedule", schedule(d.schedule(), d.sendLate()));
    put(tree, "quietHours", switch (d.quiet()) {
      case Quiet.OfCountry() -> null;
      case Quiet.None() -> "none";
      case Quiet.Hours(var from, var to) -> Map.of("from", from.toString(), "to", to.toString());
    });
    var pace = new LinkedHashMap<String, Object>();
    put(pace, "perSecond", d.perSecond() == 0 ? null : d.perSecond());
    put(pace, "spreadOver", d.spread().isZero() ? null : span(d.spread()));
    put(pace, "answerable", d.answerable() ? true : null);
    put(tree, "pace", pace.isEmpty() ? null : pace);
    if (d.budget() != null) {
      tree.put("budget", new LinkedHashMap<>(Map.of("amount", d.budget(), "currency", d.currency())));
    }
    tree.put("approvals", d.approvals());
    put(tree, "expires", span(d.expires()));
    put(tree, "expects", d.expects());
    put(tree, "repeat", d.repeat() ? true : null);
    put(tree, "against", d.against() == null ? null : against(d));
    put(tree, "reply", d.reply().equals(Reply.USUAL) ? null : reply(d.reply()));
    put(tree, "rsvp", d.rsvp() == null ? null : rsvp(d.rsvp()));
    return tree;
  }

  private static void wording(Wording wording, Map<String, Object> values, Map<String, Object> tree) {
    if (wording.template() != null) {
      tree.put("template", wording.template());
    } else {
      tree.put("text", wording.text());
    }
    put(tree, "values", values.isEmpty() ? null : values);
  }

  private static Map<String, Object> against(CampaignDefinition d) {
    var tree = new LinkedHashMap<String, Object>();
    var wording = d.against().wording();
    wording(wording, wording.values().equals(d.values()) ? Map.of() : wording.values(), tree);
    tree.put("share", d.against().share());
    return tree;
  }

  private static Map<String, Object> reply(Reply reply) {
    var tree = new LinkedHashMap<String, Object>();
    put(tree, "within", reply.within().equals(Reply.USUAL.within()) ? null : span(reply.within()));
    put(tree, "topic", reply.topic());
    put(tree, "desk", reply.desk());
    put(tree, "tag", reply.tag());
    put(tree, "urgent", reply.urgent().isEmpty() ? null : reply.urgent());
    put(tree, "settled", reply.settled().isEmpty() ? null : reply.settled());
    return tree;
  }

  private static Map<String, Object> rsvp(Rsvp rsvp) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("capacity", rsvp.capacity());
    tree.put("deadline", rsvp.deadline());
    tree.put("zone", rsvp.zone());
    put(tree, "accept", rsvp.accept().isEmpty() ? null : rsvp.accept());
    put(tree, "decline", rsvp.decline().isEmpty() ? null : rsvp.decline());
    return tree;
  }

  private static Object schedule(Schedule schedule, boolean sendLate) {
    var tree = new LinkedHashMap<String, Object>();
    switch (schedule) {
      case Schedule.Now() -> {
        return "now";
      }
      case Schedule.Once(var at, var zone) -> {
        tree.put("at", at.toString());
        tree.put("zone", zone);
      }
      case Schedule.Recurring r -> {
        tree.put("rrule", r.rrule());
        tree.put("at", r.at().toString());
        tree.put("zone", r.zone());
        put(tree, "start", r.start() == null ? null : r.start().toString());
        put(tree, "exceptions", r.exceptions().isEmpty() ? null : r.exceptions().stream().sorted().map(LocalDate::toString).toList());
      }
      case Schedule.Relative r -> {
        tree.put("relativeTo", r.field());
        tree.put("offsets", r.offsets().stream().map(days -> days + "d").toList());
        tree.put("at", r.at().toString());
        tree.put("zone", r.zone());
      }
    }
    put(tree, "missed", sendLate ? null : "skip");
    return tree;
  }

  /** The text of a file. */
  public static String text(Map<String, Object> tree) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(WIDTH);
    options.setSplitLines(false);
    return new Yaml(options).dump(tree);
  }

  private static String span(Duration span) {
    if (span == null) {
      return null;
    }
    return span.toMinutes() % (24 * 60) == 0 ? span.toDays() + "d" : span.toMinutes() % 60 == 0 ? span.toHours() + "h" : span.toMinutes() + "m";
  }

  private static void put(Map<String, Object> tree, String key, Object value) {
    if (value != null) {
      tree.put(key, value);
    }
  }
}
