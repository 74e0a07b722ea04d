package org.enlacehub.channel.email.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the writer of a mail wrote themselves. Quotes of other mails and signatures are known by the lines that mail programs put
 * before them, in Spanish, English and Portuguese. Where nothing would be left, everything is.
 */
final class VisibleText {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  /** "El lun, 12 ene 2026 a las 10:00, Consulado (<x@y>) escribió:", over as many as four lines. */
  private static final Pattern ATTRIBUTION = Pattern.compile("\\s*[*_>-]*\\s*(?:(?:el|on|em|le|no dia|a|en)\\s)?.{0,400}"
      + "(?:escribi[oó]|wrote|escreveu|a [eé]crit|schrieb|ha scritto|va escriure)\\s*[:：]\\s*[*_]*\\s*", FLAGS | Pattern.DOTALL);
  private static final Pattern ATTRIBUTION_START = Pattern.compile("\\s*[*_-]*\\s*(?:el|on|em|le|am)\\s+.*\\d.*|\\s*.{0,80}[<(\\[]?\\S+@\\S+[>)\\]]?.{0,40}"
      + "(?:escribi[oó]|wrote|escreveu)\\s*:.*|\\s*(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}).{0,80}(?:<|@|:).*", FLAGS);
  private static final Pattern DIVIDER = Pattern.compile("\\s*(?:[-_=*]{2,}\\s*)?(?:mensaje original|original message|mensagem original|original appointment|"
      + "mensaje reenviado por|message d'origine)\\s*(?:[-_=*]{2,})?\\s*:?\\s*", FLAGS);
  private static final Pattern FORWARDED = Pattern.compile("\\s*-{2,}\\s*(?:forwarded message|mensaje reenviado|mensagem encaminhada)\\s*-{2,}\\s*|\\s*inicio del mensaje reenviado:\\s*|\\s*begin forwarded message:\\s*", FLAGS);
  private static final Pattern RULE = Pattern.compile("\\s*_{20,}\\s*|\\s*-{30,}\\s*");
  private static final Pattern FROM_FIELD = Pattern.compile("\\s*[*_]*(?:de|from|von|da)[*_]*\\s*:[*_]*\\s*\\S.*", FLAGS);
  private static final Pattern OTHER_FIELD = Pattern.compile("\\s*[*_]*(?:enviado(?: el)?|enviada em|sent|fecha|date|data|para|to|asunto|subject|assunto|cc)"
      + "[*_]*\\s*:[*_]*.*", FLAGS);
  private static final Pattern SIGNATURE = Pattern.compile("--\\s?|—\\s?");
  private static final Pattern DEVICE = Pattern.compile("\\s*[*_(]*(?:enviado desde (?:mi|el|la|yahoo|correo|outlook|gmail|samsung|aol|android|un).{0,80}"
      + "|enviado (?:a partir do|do meu|por) .{0,60}|sent (?:from|via|using) (?:my|yahoo|mail for|outlook|gmail|samsung|aol|a|the|android|proton).{0,80}"
      + "|(?:obtener|descargar|get) outlook (?:para|for) .{0,60}|yahoo mail: .{0,80}|(?:libre de virus|virus-free)\\.? ?.{0,60})", FLAGS);

  /** Nobody writes so much themselves, and what looks for quotes must stay quick whatever comes. */
  private static final int MOST_LINES = 3_000;
  private static final int LONGEST_ATTRIBUTION = 400;

  private VisibleText() {}

  static String of(String text) {
    var lines = text.replace("\r\n", "\n").replace('\u00a0', ' ').replace('\u202f', ' ').lines().limit(MOST_LINES).toList();
    int cut = beginOfQuote(lines);
    var own = withoutQuotedLines(lines.subList(0, cut));
    int signature = beginOfSignature(own);
    var visible = String.join("\n", own.subList(0, signature)).strip();
    if (visible.isEmpty() && signature < own.size()) {
      visible = String.join("\n", own).strip();
    }
    return visible.isEmpty() ? afterQuote(lines, cut, text) : visible;
  }

  /** Nothing stands above the quote: the writer answered below it, or only forwards something. */
  private static String afterQuote(List<String> lines, int cut, String text) {
    var below = withoutQuotedLines(lines).stream().filter(line -> !ATTRIBUTION.matcher(line).matches()).toList();
    boolean quoted = below.size() < lines.size() && lines.stream().anyMatch(line -> line.startsWith(">"));
    var words = String.join("\n", below.subList(0, beginOfSignature(below))).strip();
    return quoted && !words.isEmpty() ? words : text.strip();
  }

  private static int beginOfQuote(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (FORWARDED.matcher(line).matches()) {
        // What is passed on is what the person wants to show.
        return lines.size();
      }
      if (DIVIDER.matcher(line).matches() && !line.isBlank()) {
        return i;
      }
      if (fieldsBegin(lines, i)) {
        return i > 0 && RULE.matcher(lines.get(i - 1)).matches() ? i - 1 : i;
      }
      int last = attributionEnd(lines, i);
      if (last >= 0 && quoteFollows(lines, last + 1)) {
        return i;
      }
    }
    return lines.size();
  }

  /** "De: … Enviado: … Para: … Asunto: …", as Outlook writes it. */
  private static boolean fieldsBegin(List<String> lines, int from) {
    if (!FROM_FIELD.matcher(lines.get(from)).matches()) {
      return false;
    }
    return lines.stream().skip(from + 1L).limit(6).filter(line -> OTHER_FIELD.matcher(line).matches()).count() >= 2;
  }

  /** The last line of an attribution that begins here; -1 when none does. */
  private static int attributionEnd(List<String> lines, int from) {
    if (lines.get(from).isBlank() || lines.get(from).length() > LONGEST_ATTRIBUTION || !ATTRIBUTION_START.matcher(lines.get(from)).matches()) {
      return -1;
    }
    var joined = new StringBuilder();
    for (int i = from; i < Math.min(lines.size(), from + 4); i++) {
      joined.append(lines.get(i)).append(' ');
      if (ATTRIBUTION.matcher(joined).matches() && joined.chars().anyMatch(Character::isDigit)
          || joined.indexOf("@") >= 0 && ATTRIBUTION.matcher(joined).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** An attribution with nothing below, or with ordinary words that go on to the end, is a quote too: many programs do not mark it. */
  private static boolean quoteFollows(List<String> lines, int from) {
    var rest = lines.stream().skip(from).filter(line -> !line.isBlank()).toList();
    boolean marked = rest.stream().anyMatch(line -> line.startsWith(">"));
    // Answers between the quoted lines: then only the quoted lines go.
    return !marked || rest.getLast().startsWith(">") && rest.stream().dropWhile(line -> line.startsWith(">")).findAny().isEmpty()
        || rest.stream().dropWhile(line -> line.startsWith(">")).allMatch(line -> line.startsWith(">") || isSignature(line));
  }

  private static List<String> withoutQuotedLines(List<String> lines) {
    var own = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(">") && !lines.get(i).startsWith(">:") && !lines.get(i).startsWith(">_")) {
        continue;
      }
      int last = attributionEnd(lines, i);
      boolean introduces = last >= 0 && lines.stream().skip(last + 1L).filter(line -> !line.isBlank()).findFirst()
          .filter(line -> line.startsWith(">")).isPresent();
      if (introduces) {
        i = last;
      } else {
        own.add(lines.get(i));
      }
    }
    return own;
  }

  private static int beginOfSignature(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (isSignature(lines.get(i)) && (i > 0 || lines.size() > 1)) {
        return i;
      }
    }
    return lines.size();
  }

  private static boolean isSignature(String line) {
    return SIGNATURE.matcher(line).matches() || DEVICE.matcher(line).matches() && line.length() < 120;
  }
}
