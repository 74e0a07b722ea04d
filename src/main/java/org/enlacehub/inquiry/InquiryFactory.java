package org.enlacehub.inquiry;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;
import org.enlacehub.platform.config.Findings;

/** Loads the room's configuration whole or not at all. */
@Factory
class InquiryFactory {

  @Singleton
  Deadlines deadlines(ConfigFolders folders) {
    var findings = new Findings();
    var deadlines = InquiryFiles.deadlines(folders, findings);
    findings.throwIfAny();
    return deadlines;
  }

  @Singleton
  SafetyWords safetyWords(ConfigFolders folders) {
    var findings = new Findings();
    var words = SafetyFiles.read(folders, findings);
    findings.throwIfAny();
    return words;
  }

  @Singleton
  ReadyReplies readyReplies(ConfigFolders folders) {
    var findings = new Findings();
    var replies = InquiryFiles.replies(folders, findings);
    findings.throwIfAny();
    return replies;
  }
}
