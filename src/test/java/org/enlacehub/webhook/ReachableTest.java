package org.enlacehub.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reaches our own network through a webhook. */
class ReachableTest {
  private final Reachable reachable = new Reachable(new WebhookSettings(false, Duration.ofDays(30)));

  @ParameterizedTest
  @CsvSource({
      "8.8.8.8, true", "172.32.0.1, true", "2606:4700:4700::1111, true", "100.63.255.255, true", "192.0.1.1, true",
      "127.0.0.1, false", "127.9.9.9, false", "10.0.0.1, false", "172.16.0.1, false", "192.168.1.1, false", "169.254.169.254, false", "0.0.0.0, false",
      "0.1.2.3, false", "100.64.0.1, false", "100.127.255.255, false", "192.0.0.8, false", "192.0.2.1, false", "198.18.0.1, false", "198.51.100.7, false",
      "203.0.113.7, false", "224.0.0.1, false", "240.0.0.1, false", "255.255.255.255, false", "::1, false", "::, false", "fe80::1, false", "fc00::1, false",
      "fd12:3456::1, false", "ff02::1, false", "::ffff:127.0.0.1, false", "64:ff9b::7f00:1, false", "2002:7f00:1::, false", "2001::1, false"})
  void whatIsPublic(String address, boolean expected) throws Exception {
    assertEquals(expected, Reachable.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://8.8.8.8/", "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://user:secret@8.8.8.8/", "ftp://8.8.8.8/",
      "https:///nowhere", "https://2130706433/", "https://0x7f.1/"})
  void isNotTaken(String address) {
    assertFalse(reachable.mayBe(URI.create(address)));
  }

  @Test
  void aNameIsLookedAtAgainWhenItIsCalled() {
    assertThrows(Reachable.Refused.class, () -> reachable.resolve("localhost"));
  }
}
