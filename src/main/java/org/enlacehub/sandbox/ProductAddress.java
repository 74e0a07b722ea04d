package org.enlacehub.sandbox;

import io.micronaut.context.BeanProvider;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;

/** Where the product is, and where it finds the sandbox. */
@Singleton
public final class ProductAddress {
  private final SandboxSettings settings;
  private final BeanProvider<EmbeddedServer> server;

  ProductAddress(SandboxSettings settings, BeanProvider<EmbeddedServer> server) {
    this.settings = settings;
    this.server = server;
  }

  /** The product's address without a slash at the end: the one that was set, else the server that the sandbox runs in. */
  public String url() {
    var set = settings.productUrl();
    return set == null || set.isBlank() ? here() : set.replaceFirst("/+$", "");
  }

  /** What {@code TWILIO_API_URL} must be for the product to use this sandbox. */
  public String twilioUrl() {
    return here() + SandboxCarriers.TWILIO_PATH;
  }

  private String here() {
    var running = server.get();
    return running.getScheme() + "://localhost:" + running.getPort();
  }
}
