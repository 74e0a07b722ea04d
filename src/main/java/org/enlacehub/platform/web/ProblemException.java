package org.enlacehub.platform.web;

import io.micronaut.http.HttpStatus;
import java.util.List;

/** Ends a request with a problem response; thrown by controllers, for meaning that a service told by its result. */
public final class ProblemException extends RuntimeException {
  private final HttpStatus status;
  private final String slug;
  private final List<Problem.Error> errors;

  public ProblemException(HttpStatus status, String slug, String detail) {
    this(status, slug, detail, List.of());
  }

  public ProblemException(HttpStatus status, String slug, String detail, List<Problem.Error> errors) {
    super(detail);
    this.status = status;
    this.slug = slug;
    this.errors = List.copyOf(errors);
  }

  /** 404 for what is not there or not for this desk: the two must look the same. */
  public static ProblemException notFound(String what) {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".");
  }

  /** 400 for one wrong part of the request. */
  public static ProblemException invalid(String pointer, String code, String detail) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-request", "The request has errors.",
        List.of(new Problem.Error(pointer, code, detail)));
  }

  public HttpStatus status() {
    return status;
  }

  public String slug() {
    return slug;
  }

  public List<Problem.Error> errors() {
    return errors;
  }
}
