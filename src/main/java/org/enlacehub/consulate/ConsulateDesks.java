package org.enlacehub.consulate;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.enlacehub.account.Desks;

/** Each mission is a desk; the central desk too. */
@Singleton
final class ConsulateDesks implements Desks {
  private final Consulates consulates;

  ConsulateDesks(Consulates consulates) {
    this.consulates = consulates;
  }

  @Override public boolean exists(String code) {
    return consulates.byCode(code).isPresent();
  }

  @Override public String name(String code) {
    return consulates.byCode(code).map(Consulate::name).orElse(code);
  }

  @Override public ZoneId zone(String code) {
    return consulates.byCode(code).orElse(consulates.centralDesk()).zone();
  }
}
