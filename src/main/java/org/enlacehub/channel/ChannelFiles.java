package org.enlacehub.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.enlacehub.channel.Sender.WhenUncertain;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/channels.yml}: the senders, and the figures of senders that come from the environment. */
public final class ChannelFiles implements ConfigPart {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern SERVICE = Pattern.compile("MG[0-9a-f]{32}");
  private static final Pattern MAIL = Pattern.compile("(?:[^<>]*<[^<>\\s@]+@[^<>\\s@]+>|[^<>\\s@]+@[^<>\\s@]+)");
  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");

  /** What a channel's senders have when they do not say. */
  record Figures(int perSecond, int connections, WhenUncertain uncertain) {}

  /** The file's content. */
  record Content(Map<Channel, Figures> defaults, List<Sender> senders, BounceRules bounces) {}

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    read(folders, findings);
  }

  static Content read(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("channels.yml");
    return YamlFile.read(file, folders.display(file), findings).map(ChannelFiles::content)
        .orElseGet(() -> new Content(defaults(Optional.empty()), List.of(), BounceRules.USUAL));
  }

  /** True for what a sender of this channel can send from. */
  static boolean fits(Channel channel, String from) {
    return switch (channel) {
      case SMS -> NUMBER.matcher(from).matches() || SERVICE.matcher(from).matches() || SHORT_CODE.matcher(from).matches();
      case WHATSAPP -> NUMBER.matcher(from).matches() || SERVICE.matcher(from).matches();
      case EMAIL -> MAIL.matcher(from).matches();
    };
  }

  private static Content content(YamlMap yaml) {
    yaml.allowOnly("defaults", "senders", "bounces");
    yaml.map("defaults").ifPresent(map -> map.allowOnly("sms", "whatsapp", "email"));
    var defaults = defaults(yaml.map("defaults"));
    var senders = new ArrayList<Sender>();
    var ids = new HashSet<String>();
    var froms = new HashMap<String, String>();
    for (var map : yaml.maps("senders")) {
      map.allowOnly("id", "channel", "from", "perSecond", "connections", "countries", "languages", "whenUncertain");
      var channel = map.oneOf("channel", "sms", "whatsapp", "email").flatMap(Channel::parse);
      var id = map.requiredText("id");
      var from = map.requiredText("from");
      if (channel.isEmpty()) {
        if (!map.has("channel")) {
          map.report("channel", "The key 'channel' is missing.", "Add sms, whatsapp or email.");
        }
        continue;
      }
      if (!ID.matcher(id).matches()) {
        map.report("id", "'" + id + "' is no name for a lane.", "Use lower-case letters, digits and hyphens, at most 32.");
      }
      if (!ids.add(id)) {
        map.report("id", "Two senders are called '" + id + "'.", "Rename one: each is a lane of its own.");
      }
      if (!fits(channel.get(), from)) {
        map.report("from", "'" + from + "' cannot send " + channel.get().code() + ".",
            channel.get() == Channel.EMAIL ? "Write an address, or a name and an address in < >."
                : "Write the number in E.164 form (+15005550006) or a Messaging Service SID (MG…).");
      }
      var other = froms.putIfAbsent(channel.get() + from, id);
      if (other != null) {
        map.report("from", "'" + other + "' sends from the same address, and two lanes would double its rate.", "Keep one.");
      }
      var figures = figures(map, defaults.get(channel.get()));
      senders.add(new Sender(id, channel.get(), from, figures.perSecond(), figures.connections(), countries(map), languages(map),
          figures.uncertain()));
    }
    return new Content(defaults, senders, yaml.map("bounces").map(ChannelFiles::bounces).orElse(BounceRules.USUAL));
  }

  private static BounceRules bounces(YamlMap map) {
    map.allowOnly("softLimit", "withinDays");
    return new BounceRules(map.number("softLimit", 2, 1_000).map(Long::intValue).orElse(BounceRules.USUAL.softLimit()),
        map.number("withinDays", 1, 365).map(Duration::ofDays).orElse(BounceRules.USUAL.softWithin()));
  }

  private static Map<Channel, Figures> defaults(Optional<YamlMap> yaml) {
    var all = new EnumMap<Channel, Figures>(Map.of(Channel.SMS, new Figures(10, 16, WhenUncertain.ASK),
        Channel.WHATSAPP, new Figures(80, 32, WhenUncertain.ASK), Channel.EMAIL, new Figures(20, 4, WhenUncertain.ASK)));
    for (var channel : Channel.values()) {
      yaml.flatMap(map -> map.map(channel.code())).ifPresent(map -> {
        map.allowOnly("perSecond", "connections", "whenUncertain");
        all.put(channel, figures(map, all.get(channel)));
      });
    }
    return all;
  }

  private static Figures figures(YamlMap map, Figures usual) {
    return new Figures(
        map.number("perSecond", 0, 2_000).map(Long::intValue).orElse(usual.perSecond()),
        map.number("connections", 1, 500).map(Long::intValue).orElse(usual.connections()),
        map.oneOf("whenUncertain", "ask", "resend").map(w -> w.equals("ask") ? WhenUncertain.ASK : WhenUncertain.RESEND)
            .orElse(usual.uncertain()));
  }

  private static Set<String> countries(YamlMap map) {
    return pick(map, "countries", "[A-Z]{2}", "Use ISO 3166 codes such as US.");
  }

  private static Set<String> languages(YamlMap map) {
    return pick(map, "languages", "[a-z]{2,3}", "Use ISO 639 codes such as es.");
  }

  private static Set<String> pick(YamlMap map, String key, String form, String remedy) {
    var all = new HashSet<String>();
    for (var text : map.texts(key)) {
      if (text.matches(form)) {
        all.add(text);
      } else {
        map.report(key, "'" + text + "' is not a code.", remedy);
      }
    }
    return all;
  }
}
