package org.enlacehub.channel.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.enlacehub.channel.email.SmtpConnection.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail server's replies mean, and how its address is written. */
class SmtpRepliesTest {

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(textBlock = """
      SENDER,    0,                                              line dropped before,  TryLater[code=line-dropped
      TEXT,      0,                                              line dropped before,  TryLater[code=line-dropped
      END,       0,                                              no reply seen,        Uncertain
      RECIPIENT, 550 5.1.1 <x> user unknown,                     unknown,              Refused[code=5.1.1; kind=ADDRESS
      RECIPIENT, 550 no such user,                               unknown by code,      Refused[code=550; kind=ADDRESS
      RECIPIENT, 450 4.7.1 greylisted,                           greylist,             TryLater[code=4.7.1
      RECIPIENT, 451 try again,                                  greylist by code,     TryLater[code=451
      RECIPIENT, 552 5.2.2 mailbox full,                         full,                 Refused[code=5.2.2; kind=POLICY
      RECIPIENT, 550 5.2.1 disabled,                             disabled,             Refused[code=5.2.1; kind=ADDRESS
      END,       554 5.7.1 spam,                                 policy,               Refused[code=5.7.1; kind=POLICY
      END,       552 5.3.4 too big,                              too big,              Refused[code=5.3.4; kind=MESSAGE
      SENDER,    530 5.7.0 must issue STARTTLS first,            ours,                 OurFault
      SENDER,    550 5.7.1 sender refused,                       ours,                 OurFault
      SENDER,    421 4.3.2 closing,                              later,                TryLater[code=4.3.2
      """)
  void aReplySaysWhatToDoNext(Phase phase, String reply, String label, String outcome) {
    int code = reply.equals("0") ? 0 : Integer.parseInt(reply.substring(0, 3));
    var told = SmtpReplies.outcome(phase, code, reply).toString().replace(", ", "; ");
    assertTrue(told.startsWith(outcome), told);
  }

  @ParameterizedTest
  @CsvSource({"smtp://localhost:2525,localhost,2525,,false", "smtps://a%40b:p%3Aw@mail.example.org,mail.example.org,465,a@b,true",
      "smtp://u:p+w@[::1]:25,::1,25,u,false", "smtp://mail.example.org/,mail.example.org,587,,false"})
  void addressesAreReadAsUsersWriteThem(String url, String host, int port, String user, boolean tls) {
    var address = SmtpAddress.parse(url);
    assertEquals(host, address.host());
    assertEquals(port, address.port());
    assertEquals(user, address.user());
    assertEquals(tls, address.implicitTls());
  }

  @Test
  void aWrongAddressIsRefusedWithoutRepeatingItsPassword() {
    var refused = assertThrows(IllegalArgumentException.class, () -> SmtpAddress.parse("http://user:secret@host"));
    assertTrue(!refused.getMessage().contains("secret"));
  }
}
