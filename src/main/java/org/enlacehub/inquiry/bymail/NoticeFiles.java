package org.enlacehub.inquiry.bymail;

import java.time.Duration;
import java.util.Locale;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.ConfigPart;
import org.enlacehub.platform.config.Findings;
import org.enlacehub.platform.config.YamlFile;

/** Reads {@code config/inquiry/mail.yml}. */
public final class NoticeFiles implements ConfigPart {
  private static final int MOST_DAYS = 60;

  @Override
  public void check(ConfigFolders folders, Findings findings) {
    rules(folders, findings);
  }

  static NoticeRules rules(ConfigFolders folders, Findings findings) {
    var file = folders.config().resolve("inquiry").resolve("mail.yml");
    var usual = NoticeRules.NOTHING_SAID;
    return YamlFile.read(file, folders.display(file), findings).map(yaml -> {
      yaml.allowOnly("default", "words", "answerDays");
      return new NoticeRules(
          yaml.oneOf("default", "none", "mine", "desk").map(word -> NoticeChoice.valueOf(word.toUpperCase(Locale.ROOT))).orElse(usual.usual()),
          yaml.flag("words").orElse(usual.words()),
          yaml.number("answerDays", 1, MOST_DAYS).map(Duration::ofDays).orElse(usual.answerable()));
    }).orElse(usual);
  }
}
