package org.enlacehub.platform.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration.MultipartConfiguration;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.enlacehub.platform.settings.ScratchFiles;

/** Uploads go to the private folder instead of the machine's common one for temporary files. */
@Singleton
@Requires(property = "enlace.role", value = "product")
class UploadFolder implements BeanCreatedEventListener<MultipartConfiguration> {
  private final Provider<ScratchFiles> scratch;

  UploadFolder(Provider<ScratchFiles> scratch) {
    this.scratch = scratch;
  }

  @Override
  public MultipartConfiguration onCreated(BeanCreatedEvent<MultipartConfiguration> event) {
    event.getBean().setLocation(scratch.get().folder().toFile());
    return event.getBean();
  }
}
