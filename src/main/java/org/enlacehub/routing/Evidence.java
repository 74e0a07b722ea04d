package org.enlacehub.routing;

/**
 * Whatever is known when somebody writes. Every part may be null; nothing is trusted to be well-formed.
 *
 * @param phone the sender's number in E.164, without a channel's prefix
 * @param postalCode a postal code that the person gave
 * @param text the message
 * @param latitude of a location pin, degrees
 * @param longitude of a location pin, degrees
 * @param declared where the contact said to live
 * @param openDesk the desk of an open conversation with this person
 * @param carrier what the carrier says of the number's registration
 */
public record Evidence(String phone, String postalCode, String text, Double latitude, Double longitude, Residence declared,
    String openDesk, Residence carrier) {
  public static final Evidence NONE = new Evidence(null, null, null, null, null, null, null, null);

  /**
   * A place as fields; each may be null or empty.
   *
   * @param country ISO 3166-1
   * @param area ISO 3166-2, or the state's abbreviation
   */
  public record Residence(String country, String area, String city, String postalCode) {}

  public static Evidence ofText(String text) {
    return NONE.withText(text);
  }

  public Evidence withText(String value) {
    return new Evidence(phone, postalCode, value, latitude, longitude, declared, openDesk, carrier);
  }

  public Evidence withPhone(String value) {
    return new Evidence(value, postalCode, text, latitude, longitude, declared, openDesk, carrier);
  }

  public Evidence withPostalCode(String value) {
    return new Evidence(phone, value, text, latitude, longitude, declared, openDesk, carrier);
  }

  public Evidence withPin(Double lat, Double lon) {
    return new Evidence(phone, postalCode, text, lat, lon, declared, openDesk, carrier);
  }

  public Evidence withDeclared(Residence value) {
    return new Evidence(phone, postalCode, text, latitude, longitude, value, openDesk, carrier);
  }

  public Evidence withOpenDesk(String value) {
    return new Evidence(phone, postalCode, text, latitude, longitude, declared, value, carrier);
  }

  public Evidence withCarrier(Residence value) {
    return new Evidence(phone, postalCode, text, latitude, longitude, declared, openDesk, value);
  }
}
