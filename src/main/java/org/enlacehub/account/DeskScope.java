package org.enlacehub.account;

/** Which desks' matters an actor may see; every list, count, search and export must apply it in its own query. */
public sealed interface DeskScope {

  /** Every desk. */
  record All() implements DeskScope {}

  /** The desk of one consulate, and nothing of any other. */
  record Only(String consulateCode) implements DeskScope {}

  /** No desk at all: an officer whose desk is not set sees nothing rather than everything. */
  record None() implements DeskScope {}

  /** True when a matter that lies at {@code consulateCode} (null: at no desk yet) may be seen. */
  default boolean covers(String consulateCode) {
    return switch (this) {
      case All() -> true;
      case Only(var own) -> own.equals(consulateCode);
      case None() -> false;
    };
  }
}
