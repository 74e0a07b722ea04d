package org.enlacehub.webhook;

import java.util.Arrays;
import java.util.Optional;

/** What other systems can be told. */
public enum NoticeType {
  /** A campaign moved: {@code campaignId, name, state, act}. */
  CAMPAIGN("campaign.changed"),
  /** A person's matter began: {@code inquiryId, desk}. */
  INQUIRY_OPENED("inquiry.opened"),
  /** A person's matter ended: {@code inquiryId, desk}. */
  INQUIRY_CLOSED("inquiry.closed");

  private final String code;

  NoticeType(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<NoticeType> parse(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }
}
