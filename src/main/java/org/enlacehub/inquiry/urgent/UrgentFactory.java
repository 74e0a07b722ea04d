package org.enlacehub.inquiry.urgent;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;

/** Loads how alarms climb, whole or not at all. */
@Factory
class UrgentFactory {

  @Singleton
  AlarmRules alarmRules(ConfigFolders folders) {
    var findings = new Findings();
    var rules = AlarmFiles.rules(folders, findings);
    findings.throwIfAny();
    return rules;
  }
}
