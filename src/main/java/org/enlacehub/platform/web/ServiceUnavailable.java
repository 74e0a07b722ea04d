package org.enlacehub.platform.web;

/** A part that the request needs does not answer now; answered as 503, and the caller may try again. */
public final class ServiceUnavailable extends RuntimeException {
  private final String part;

  public ServiceUnavailable(String part, Throwable cause) {
    super(part + " does not answer", cause);
    this.part = part;
  }

  public String part() {
    return part;
  }
}
