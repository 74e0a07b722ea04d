package org.enlacehub.delivery;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.enlacehub.contact.Channel;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.CsvConfig;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;
import org.enlacehub.platform.config.YamlMap;

/** Reads {@code config/quiet-hours.yml} and {@code config/prices.csv}. */
public final class DeliveryFiles implements ConfigPart {
  private static final Quiet.Hours USUAL = new Quiet.Hours(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final ZoneId HOME = ZoneId.of("America/Guatemala");
  private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    read(folders, findings);
    prices(folders, findings);
  }

  static Prices prices(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("prices.csv");
    var display = folders.display(file);
    var table = new HashMap<String, BigDecimal>();
    var currencies = new TreeSet<String>();
    for (var row : CsvConfig.read(file, display, findings, "channel", "country", "price", "currency")) {
      var channel = Channel.parse(row.get("channel"));
      var country = row.get("country");
      if (channel.isEmpty()) {
        findings.add(display, row.line(), "'" + row.get("channel") + "' is not a channel.", "Use sms, whatsapp or email.");
      } else if (!country.equals("*") && !COUNTRIES.contains(country)) {
        findings.add(display, row.line(), "'" + country + "' is not a country.", "Use an ISO 3166 code, or * for all others.");
      } else if (!row.get("price").matches("[0-9]{1,4}(\\.[0-9]{1,5})?")) {
        findings.add(display, row.line(), "'" + row.get("price") + "' is not a price.", "Write a number such as 0.0083.");
      } else if (table.put(channel.get() + ":" + country, new BigDecimal(row.get("price"))) != null) {
        findings.add(display, row.line(), "There are two prices for this channel and country.", "Keep one.");
      }
      currencies.add(row.get("currency"));
    }
    if (currencies.size() > 1) {
      findings.add(display, 0, "Prices are in " + String.join(" and ", currencies) + ".",
          "Write all in one currency, so that they add up.");
    }
    return new Prices(table, currencies.isEmpty() ? "USD" : currencies.first());
  }

  static QuietHours read(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("quiet-hours.yml");
    return YamlFile.read(file, folders.display(file), findings).map(DeliveryFiles::content)
        .orElseGet(() -> new QuietHours(USUAL, Map.of(), HOME));
  }

  private static QuietHours content(YamlMap yaml) {
    yaml.allowOnly("default", "zone", "countries");
    var byCountry = new HashMap<String, Quiet.Hours>();
    yaml.map("countries").ifPresent(countries -> {
      for (var code : countries.keys()) {
        if (!COUNTRIES.contains(code)) {
          countries.report(code, "'" + code + "' is not a country.", "Use ISO 3166 codes such as US.");
        }
        hours(countries, code).ifPresent(hours -> byCountry.put(code, hours));
      }
    });
    return new QuietHours(hours(yaml, "default").orElse(USUAL), byCountry, zone(yaml));
  }

  private static Optional<Quiet.Hours> hours(YamlMap yaml, String key) {
    return yaml.map(key).flatMap(map -> {
      map.allowOnly("from", "to");
      var from = time(map, "from");
      var to = time(map, "to");
      return from.isPresent() && to.isPresent() ? Optional.of(new Quiet.Hours(from.get(), to.get())) : Optional.empty();
    });
  }

  private static Optional<LocalTime> time(YamlMap map, String key) {
    var text = map.requiredText(key);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text));
    } catch (DateTimeException e) {
      map.report(key, "'" + text + "' is not a time of day.", "Write it as \"21:00\", in quotes.");
      return Optional.empty();
    }
  }

  private static ZoneId zone(YamlMap yaml) {
    try {
      return yaml.text("zone").map(ZoneId::of).orElse(HOME);
    } catch (DateTimeException e) {
      yaml.report("zone", "There is no such time zone.", "Use a name such as America/Guatemala.");
      return HOME;
    }
  }
}
