package org.enlacehub.contact.web;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlacehub.contact.Address;
import org.enlacehub.contact.AddressKind;
import org.enlacehub.contact.Contact;
import org.enlacehub.contact.Phones;

/** Addresses and places as people write them. */
public final class Shown {
  private Shown() {}

  public static String address(Address a) {
    return a.kind() == AddressKind.PHONE ? Phones.display(a.value()) : a.value();
  }

  /** City, area and country, as far as they are known. */
  public static String place(Contact c) {
    return Stream.of(c.place().city(), c.place().area() != null ? c.place().area() : c.place().country()).filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
