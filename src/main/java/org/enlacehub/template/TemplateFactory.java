package org.enlacehub.template;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;

@Factory
class TemplateFactory {

  @Singleton
  Templates templates(ConfigFolders folders) {
    return TemplateFiles.load(folders);
  }

  @Singleton
  TelephoneBook telephones(ConfigFolders folders) {
    return TelephoneBook.load(folders);
  }
}
