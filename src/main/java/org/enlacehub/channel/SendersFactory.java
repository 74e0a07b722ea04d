package org.enlacehub.channel;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.enlacehub.channel.ChannelFiles.Figures;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.settings.Settings;

/** Makes the senders: those of the environment where it names any for a channel, else those of the file. */
@Factory
class SendersFactory {

  /** @throws org.enlacehub.platform.config.InvalidConfiguration with everything that is wrong */
  @Singleton
  Senders senders(ConfigFolders folders, Settings settings, Environment env) {
    var findings = new Findings();
    var content = ChannelFiles.read(folders, findings);
    var all = new ArrayList<Sender>();
    for (var channel : Channel.values()) {
      var named = fromEnvironment(channel, settings);
      if (named.isEmpty()) {
        content.senders().stream().filter(s -> s.channel() == channel).forEach(all::add);
      } else {
        all.addAll(senders(channel, named, figures(channel, content.defaults().get(channel), env), findings));
      }
    }
    findings.throwIfAny();
    return new Senders(all);
  }

  /** When repeated trouble with an address means that it is dead. */
  @Singleton
  BounceRules bounceRules(ConfigFolders folders) {
    var findings = new Findings();
    var content = ChannelFiles.read(folders, findings);
    findings.throwIfAny();
    return content.bounces();
  }

  /** {@code ENLACE_RATE_SMS} and {@code ENLACE_CONNECTIONS_SMS}, and so for the other channels, go before the file. */
  private static Figures figures(Channel channel, Figures usual, Environment env) {
    return new Figures(env.getProperty("enlace.rate." + channel.code(), Integer.class).orElse(usual.perSecond()),
        env.getProperty("enlace.connections." + channel.code(), Integer.class).orElse(usual.connections()), usual.uncertain());
  }

  private static List<String> fromEnvironment(Channel channel, Settings settings) {
    return switch (channel) {
      case SMS -> settings.smsFrom();
      case WHATSAPP -> settings.whatsappFrom().stream().map(from -> from.replaceFirst("^whatsapp:", "")).toList();
      case EMAIL -> settings.mailFrom().map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
    };
  }

  private static List<Sender> senders(Channel channel, List<String> froms, Figures figures, Findings findings) {
    var all = new ArrayList<Sender>();
    for (int i = 0; i < froms.size(); i++) {
      var from = froms.get(i);
      if (!ChannelFiles.fits(channel, from)) {
        var variable = channel == Channel.EMAIL ? "ENLACE_MAIL_FROM" : "ENLACE_" + channel + "_FROM";
        findings.add("environment", 0, variable + ": '" + from + "' cannot send " + channel.code() + ".",
            "Set E.164 numbers, Messaging Service SIDs or mail addresses, separated by commas.");
      }
      all.add(new Sender(channel.code() + "-" + (i + 1), channel, from, figures.perSecond(), figures.connections(), Set.of(),
          Set.of(),
          figures.uncertain()));
    }
    return all;
  }
}
