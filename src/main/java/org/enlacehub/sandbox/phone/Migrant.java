package org.enlacehub.sandbox.phone;

/**
 * Whom the person at the page plays.
 *
 * @param number in E.164 form; empty for someone who is known by mail only
 * @param mail the mail address; empty when none is known
 * @param name as known from the demo; empty for a stranger
 * @param city where they live; empty when not known
 */
public record Migrant(String number, String mail, String name, String city) {

  /** What identifies the person in the page's address. */
  public String key() {
    return number.isEmpty() ? mail : number;
  }

  /** What a list calls them. */
  public String title() {
    return !name.isEmpty() ? name : number.isEmpty() ? mail : PhoneNumbers.display(number);
  }

  /** The line under the name. */
  public String subtitle() {
    return name.isEmpty() ? city : number.isEmpty() ? mail : PhoneNumbers.display(number);
  }
}
