package org.enlacehub.contact;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.enlacehub.platform.config.ConfigFolders;

@Factory
class ContactFactory {

  @Singleton
  ContactFields contactFields(ConfigFolders folders) {
    return ContactFiles.load(folders);
  }

  @Singleton
  ConfirmationRules confirmationRules(ConfigFolders folders) {
    return ConsentFiles.load(folders);
  }
}
