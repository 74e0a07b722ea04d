package org.enlacehub.consulate;

/**
 * Somebody who can be called out of hours.
 *
 * @param key how the roster names them
 * @param account address of their Enlace account: there they see the alarm and can take it; alerts by mail go there too
 * @param phone E.164; rings by SMS
 * @param whatsapp the same number has WhatsApp
 */
public record DutyPerson(String key, String name, String account, String phone, boolean whatsapp) {

  /** Names nobody. */
  @Override
  public String toString() {
    return "DutyPerson[" + key + "]";
  }
}
