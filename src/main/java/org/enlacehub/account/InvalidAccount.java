package org.enlacehub.account;

import java.util.List;

/** What was asked of an account cannot be; it names each wrong field and the text that says why. */
public final class InvalidAccount extends RuntimeException {

  /**
   * One wrong field.
   *
   * @param field {@code name}, {@code email}, {@code roles}, {@code desk}, {@code password}, {@code scopes} or {@code expires}
   * @param code last part of the text's key, {@code account.wrong.CODE}
   */
  public record Fault(String field, String code) {

    /** Key of the text that says what is wrong and what to do. */
    public String textKey() {
      return "account.wrong." + code;
    }
  }

  private final List<Fault> faults;

  public InvalidAccount(List<Fault> faults) {
    super("account refused: " + faults.stream().map(Fault::code).toList());
    this.faults = List.copyOf(faults);
  }

  public InvalidAccount(String field, String code) {
    this(List.of(new Fault(field, code)));
  }

  public List<Fault> faults() {
    return faults;
  }
}
