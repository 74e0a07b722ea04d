package org.enlacehub.channel.email.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person wrote themselves, as Spanish and English mail programs send it. */
class VisibleTextTest {
  private static final String OWN = "Sí, el martes puedo.\n\nGracias";

  static Stream<Arguments> replies() {
    return Stream.of(
        text("Gmail, Spanish", OWN + "\n\nEl lun, 12 ene 2026 a las 10:00, Consulado de Guatemala (<\nconsulado@enlace.example>) escribió:\n\n> Su cita es el martes.\n> Traiga su DPI."),
        text("Gmail, English", OWN + "\n\nOn Mon, Jan 12, 2026 at 10:00 AM Consulado <c@enlace.example>\nwrote:\n\n> Su cita es el martes.\n"),
        text("iPhone, Spanish", OWN + "\n\nEnviado desde mi iPhone\n\n> El 12 ene 2026, a la(s) 10:00, Consulado <c@enlace.example> escribió:\n> \n> Su cita es el martes."),
        text("iPhone, English", OWN + "\n\nSent from my iPhone\n\n> On Jan 12, 2026, at 10:00 AM, Consulado <c@enlace.example> wrote:\n> \n> ﻿Su cita es el martes."),
        text("Outlook, Spanish", OWN + "\n\n________________________________\nDe: Consulado <c@enlace.example>\nEnviado: lunes, 12 de enero de 2026 10:00\nPara: María <m@correo.example>\nAsunto: Respuesta a su consulta LA-7K4M\n\nSu cita es el martes."),
        text("Outlook, English", OWN + "\n\nFrom: Consulado <c@enlace.example>\nSent: Monday, January 12, 2026 10:00 AM\nTo: María <m@correo.example>\nSubject: Answer\n\nSu cita es el martes."),
        text("old Outlook, Spanish", OWN + "\n\n-----Mensaje original-----\nDe: Consulado\nEnviado el: lunes, 12 de enero de 2026 10:00\nSu cita es el martes."),
        text("old Outlook, English", OWN + "\n\n-----Original Message-----\nFrom: Consulado\nSu cita es el martes."),
        text("Outlook mobile", OWN + "\n\nObtener Outlook para Android<https://aka.ms/x>\n________________________________\nFrom: Consulado <c@enlace.example>\nSent: Monday\nTo: m\nSubject: x\n\nSu cita"),
        text("Yahoo, Spanish", OWN + "\n\n    El lunes, 12 de enero de 2026, 10:00:00 CST, Consulado <c@enlace.example> escribió:  \n \n Su cita es el martes.\nTraiga su DPI."),
        text("Yahoo, English", OWN + "\n\nSent from Yahoo Mail on Android \n \n  On Mon, Jan 12, 2026 at 10:00, Consulado<c@enlace.example> wrote:   Su cita es el martes."),
        text("Samsung", OWN + "\n\nEnviado desde mi Galaxy\n-------- Mensaje original --------\nDe: Consulado <c@enlace.example>\nFecha: 12/1/26 10:00 a. m.\nPara: m\nAsunto: x\nSu cita"),
        text("Thunderbird", OWN + "\n\nEl 12/1/26 a las 10:00, Consulado escribió:\n> Su cita es el martes.\n\n-- \nMaría"),
        text("signature after dashes", OWN + "\n\n-- \nMaría López\n213 555 0101"),
        text("bold fields", OWN + "\n\n*De:* Consulado <c@enlace.example>\n*Enviado:* lunes\n*Para:* m\n*Asunto:* x\n\nSu cita"),
        text("nothing quoted", OWN),
        Arguments.of("between the quoted lines", "> ¿Qué día?\nEl martes\n> ¿A qué hora?\nA las diez", "El martes\nA las diez"),
        Arguments.of("below the quote", "El lun, 12 ene 2026 a las 10:00, Consulado <c@e.example> escribió:\n> ¿Qué día?\n\nEl martes", "El martes"),
        Arguments.of("only forwarded", "---------- Forwarded message ---------\nDe: Estafador <x@y.example>\nDate: lun, 12 ene 2026\nSubject: Pague\nTo: m\n\nPague 500", "---------- Forwarded message ---------\nDe: Estafador <x@y.example>\nDate: lun, 12 ene 2026\nSubject: Pague\nTo: m\n\nPague 500"),
        Arguments.of("a sentence that ends like an attribution", "El señor del consulado me escribió:\nque venga el martes", "El señor del consulado me escribió:\nque venga el martes"),
        Arguments.of("a date in a sentence", "El 12 de enero fui y nadie me atendió.\nSoy María", "El 12 de enero fui y nadie me atendió.\nSoy María"),
        Arguments.of("from a place", "De: Huehuetenango soy yo\nvivo en Houston", "De: Huehuetenango soy yo\nvivo en Houston"));
  }

  private static Arguments text(String program, String whole) {
    return Arguments.of(program, whole, OWN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("replies")
  void isSeparatedFromQuotesAndSignatures(String program, String whole, String own) {
    assertEquals(own, VisibleText.of(whole));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("html")
  void htmlQuotesAreKnownByTheirContainers(String program, String html, String own) {
    assertEquals(own, MailReader.read(("From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n" + html).getBytes(java.nio.charset.StandardCharsets.UTF_8)).ownText());
  }

  static Stream<Arguments> html() {
    return Stream.of(
        Arguments.of("Gmail", "<div dir=\"ltr\">Sí, puedo<br>Gracias</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">El lun escribió:<br></div><blockquote class=\"gmail_quote\">Su cita</blockquote></div>", "Sí, puedo\nGracias"),
        Arguments.of("Outlook", "<p>Sí, puedo</p><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>De:</b> x</div><div>Su cita</div>", "Sí, puedo"),
        Arguments.of("Apple", "<p>Sí, puedo</p><blockquote type=\"cite\">On Jan 12, x wrote:<br>Su cita</blockquote>", "Sí, puedo"),
        Arguments.of("Yahoo", "<div>Sí, puedo</div><div class=\"yahoo_quoted\"><div>El lunes escribió:</div>Su cita</div>", "Sí, puedo"),
        Arguments.of("scripts and styles", "<style>p{}</style><script>x()</script><p>Hola &amp; adiós</p><p>Segundo</p>", "Hola & adiós\n\nSegundo"));
  }
}
