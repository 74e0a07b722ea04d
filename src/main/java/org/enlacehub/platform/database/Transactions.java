package org.enlacehub.platform.database;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Makes one transaction of several steps, for work that commits again and again within one method. Joins the caller's when there is one. */
@Singleton
@Requires(property = "datasources.default.url")
public class Transactions {

  @Transactional
  public <T> T write(Supplier<T> steps) {
    return steps.get();
  }
}
