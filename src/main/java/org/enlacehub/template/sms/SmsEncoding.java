package org.enlacehub.template.sms;

/** The two alphabets of SMS and what one message, or one part of a joined message, holds in each. */
public enum SmsEncoding {
  /** Seven bits a unit: 140 octets hold 160; six octets of header leave 153 in each joined part. */
  GSM_7("GSM-7", 160, 153),
  /** Sixteen bits a unit: 70, or 67 in each joined part. */
  UCS_2("UCS-2", 70, 67);

  private final String label;
  private final int single;
  private final int joined;

  SmsEncoding(String label, int single, int joined) {
    this.label = label;
    this.single = single;
    this.joined = joined;
  }

  /** The name in the API: {@code GSM-7} or {@code UCS-2}. */
  public String label() {
    return label;
  }

  /** Units that fit when the text is one message. */
  public int single() {
    return single;
  }

  /** Units that fit in each part when the text needs several. */
  public int joined() {
    return joined;
  }
}
