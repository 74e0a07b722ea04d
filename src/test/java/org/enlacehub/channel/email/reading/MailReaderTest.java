package org.enlacehub.channel.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails in good and in bad order. */
class MailReaderTest {

  private static ReceivedMail read(String mail) {
    return MailReader.read(mail.getBytes(UTF_8));
  }

  @Test
  void readsHeadersTextAndAttachments() throws IOException {
    var mail = """
        From: =?utf-8?Q?Mar=C3=ADa?= =?utf-8?Q?_L=C3=B3pez?= <Maria@Correo.example>
        To: "Consulado, Los Ángeles" <c@enlace.example>, otro@x.example
        Subject: =?ISO-8859-1?Q?Renovaci=F3n?= de
         pasaporte
        Date: Mon, 12 Jan 2026 10:00:00 -0600 (CST)
        Message-ID: <abc@correo.example>
        In-Reply-To: <one@x>
        References: <zero@x> <one@x>
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: multipart/alternative; boundary=b2

        --b2
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        =BFCu=E1nto cuesta?
        --b2
        Content-Type: text/html; charset=utf-8

        <p>¿Cuánto cuesta?</p>
        --b2--
        --b1
        Content-Type: application/pdf; name*=utf-8''acta%20%C3%B1.pdf
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment

        aG9sYQ==
        --b1--
        """;
    var read = read(mail);
    var content = new ByteArrayOutputStream();

    assertEquals(new MailAddress("María López", "maria@correo.example"), read.from());
    assertEquals("Renovación de pasaporte", read.subject());
    assertEquals("2026-01-12T16:00:00Z", read.date().toString());
    assertEquals(java.util.List.of("<one@x>", "<zero@x>"), read.references());
    assertEquals("¿Cuánto cuesta?", read.text());
    assertEquals("acta ñ.pdf", read.attachments().getFirst().name());
    assertTrue(MailReader.attachment(new ByteArrayInputStream(mail.getBytes(UTF_8)), 0, content));
    assertEquals("hola", content.toString(UTF_8));
    assertFalse(MailReader.attachment(new ByteArrayInputStream(mail.getBytes(UTF_8)), 1, content));
  }

  @ParameterizedTest(name = "labelled {0}, written in {1}")
  @CsvSource({"iso-8859-1, utf-8", "utf-8, iso-8859-1", "us-ascii, utf-8", "'', utf-8", "x-nonsense, windows-1252", "us-ascii, iso-8859-1",
      "windows-1252, windows-1252", "iso-8859-15, iso-8859-15", "utf-16, utf-16", "'///', utf-8"})
  void wrongCharsetLabelsAreSeenThrough(String label, String written) {
    var head = ("From: a@b.example\nContent-Type: text/plain; charset=" + label + "\n\n").getBytes(UTF_8);
    var body = "El niño está aquí".getBytes(Charset.forName(written));
    var mail = new byte[head.length + body.length];
    System.arraycopy(head, 0, mail, 0, head.length);
    System.arraycopy(body, 0, mail, head.length, body.length);

    assertEquals("El niño está aquí", MailReader.read(mail).text());
  }

  @Test
  void aHeaderInRawUtf8OrRawLatinIsRead() {
    assertEquals("Señora Ñuñez", read("From: a@b.example\nSubject: Señora Ñuñez\n\nx").subject());
    assertEquals("Señora Ñuñez", MailReader.read("From: a@b.example\nSubject: Señora Ñuñez\n\nx".getBytes(ISO_8859_1)).subject());
    assertEquals("cortado ñandú", read("Subject: =?UTF-8?B?" + base64("cortado Ã".substring(0, 8)) + "?= =?UTF-8?B?w7FhbmTDug==?=\n\nx").subject());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  @Test
  void rubbishInBase64IsReadAsFarAsItGoes() {
    assertEquals("hola mundo", read("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\naG9s!!YSBt\n\n??dW5kbw\n").text());
    assertEquals("", read("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!****\n").text());
  }

  @Test
  void aMailNestedTenThousandDeepIsReadInAMoment() {
    var bomb = new StringBuilder("From: a@b.example\nSubject: bomba\n");
    for (int i = 0; i < 10_000; i++) {
      bomb.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
    }
    var read = read(bomb.append("Content-Type: text/plain\n\nhola\n").toString());

    assertEquals("bomba", read.subject());
  }

  @Test
  void messagesInMessagesAndAMillionPartsAreBounded() {
    var nested = new StringBuilder("From: a@b.example\n");
    for (int i = 0; i < 10_000; i++) {
      nested.append("Content-Type: message/rfc822\n\nSubject: s\n");
    }
    assertTrue(read(nested.toString()).reports().size() <= 20);

    var parts = new StringBuilder("Content-Type: multipart/mixed; boundary=b\n\n");
    for (int i = 0; i < 200_000; i++) {
      parts.append("--b\nContent-Disposition: attachment\n\nx\n");
    }
    assertTrue(read(parts.toString()).attachments().size() <= MimeScan.MOST_PARTS);
  }

  @Test
  void aThousandRecipientsAndNoSenderAreNoTrouble() {
    var to = new StringBuilder("To: ");
    for (int i = 0; i < 5_000; i++) {
      to.append("p").append(i).append("@x.example, ");
    }
    var read = read(to + "\nSubject: a todos\n\nhola");

    assertEquals(1_000, read.recipients().size());
    assertNull(read.from());
  }

  @Test
  void aBoundaryThatNeverComesLeavesTheText() {
    assertEquals("hola\n¿hay alguien?", read("Content-Type: multipart/mixed; boundary=x\n\nhola\n¿hay alguien?").text());
    assertEquals("sin tipo", read("Content-Type: rubbish\n\nsin tipo").text());
    assertEquals("hola", read("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhola").text());
  }

  @Test
  void twoHundredMegabytesFlowThroughASmallBuffer() throws IOException {
    var head = "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhola\n--b\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n";
    var mail = new java.io.SequenceInputStream(new ByteArrayInputStream(head.getBytes(UTF_8)), new Endless(200_000_000));
    var read = MailReader.read(mail);

    assertEquals("hola", read.text());
    assertEquals(1, read.attachments().size());
  }

  @Test
  void anAttachmentIsByteForByteWhatWasSent() throws IOException {
    var content = new byte[100_000];
    new java.util.Random(7).nextBytes(content);
    var mail = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(content) + "\n--b--\n";
    var out = new ByteArrayOutputStream();
    MailReader.attachment(new ByteArrayInputStream(mail.getBytes(UTF_8)), 0, out);

    assertArrayEquals(content, out.toByteArray());
  }

  @Test
  void flowedLinesAreJoined() {
    assertEquals("una línea larga\notra", read("Content-Type: text/plain; format=flowed; charset=utf-8\n\nuna \nlínea larga\notra\n").text());
  }

  @Test
  void htmlIsSafeToShow() {
    var safe = HtmlText.safe("<p onclick=x()>Hola<script>x()</script><img src=http://x/p.gif><a href='javascript:x()'>a</a>"
        + "<a href='https://x.example/'>b</a><iframe src=x></iframe><form><input></form><style>p{}</style><svg onload=x()></svg></p>");

    assertFalse(safe.matches("(?is).*(onclick|script|<img|iframe|<form|<input|<style|<svg|javascript).*"), safe);
    assertTrue(safe.contains("https://x.example/"));
  }

  /** So many letters A in lines. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- <= 0 ? -1 : left % 77 == 0 ? '\n' : 'A';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(length, left);
      for (int i = 0; i < n; i++) {
        into[from + i] = (byte) ((left - i) % 77 == 0 ? '\n' : 'A');
      }
      left -= n;
      return n;
    }
  }
}
