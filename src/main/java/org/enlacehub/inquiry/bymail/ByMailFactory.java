package org.enlacehub.inquiry.bymail;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;

/** Loads what officers are told by mail, whole or not at all. */
@Factory
class ByMailFactory {

  @Singleton
  NoticeRules noticeRules(ConfigFolders folders) {
    var findings = new Findings();
    var rules = NoticeFiles.rules(folders, findings);
    findings.throwIfAny();
    return rules;
  }
}
