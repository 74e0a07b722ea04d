package org.enlacehub.channel.email.bounce;

import java.util.regex.Pattern;
import org.enlacehub.channel.email.reading.ReceivedMail;

/** What makes a mail look like a report of no standard. Each sign alone may stand in any mail; together they do not. */
record ReportSigns(boolean daemon, boolean daemonName, boolean noReturnPath, boolean failedHeader, boolean reportType, boolean subject,
    boolean words, boolean original) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern DAEMON = Pattern.compile("mailer[-_.]?daemon|postmaster|mail[-_.]?daemon|mdaemon|mail[-_.]?(delivery|admin|system|er)([-_.].*)?"
      + "|microsoftexchange[0-9a-f]{6,}|(mail)?bounces?([-_+].*)?|system[-_.]?administrator|delivery[-_.]?(agent|system|subsystem)?|deliver|returned?[-_.]?mail|smtp(d|[-_.]gateway)?|exim|qmail(d|[-_.]send)?|root", FLAGS);
  private static final Pattern NAME = Pattern.compile("mail(er)?[- ]?(delivery|daemon|system|administrator)|delivery (sub)?system|postmaster|system administrator"
      + "|administrador del? (sistema|correo)|microsoft (outlook|exchange)|(sistema|servicio|subsistema|servidor) de (entrega|correo)|entrega de correo|mail router|mailbox daemon", FLAGS);
  private static final Pattern SUBJECT = Pattern.compile("undeliver|non[- ]?deliver|delivery (status|failure|failed|error|problem|notification|report|delayed|incomplete)|not delivered|failure (notice|delivery)"
      + "|fail(ed|ure)? (to )?deliver|mail (delivery )?(fail|error|could not|status|system error)|returned (mail|to sender|e-?mail)|returning message|could not (be )?deliver|couldn.t (be )?deliver|cannot deliver|unable to deliver|message (delivery|delayed|undeliv|rejected|bounced)|bounced|(message|mail|e-?mail).{0,30}(blocked|refused|quarantin|expired)|delayed mail|mensaje (no entregado|rechazado|devuelto|demorado)|warning: (could not|message)"
      + "|no (se )?(ha )?(podido|pudo|puede|fue) (ser )?(entreg|envi)|no entreg|correo (devuelto|no entregado|rechazado)|devuelto|error (de|en la|al) (entrega|env[ií])|fallo (de|en la|al) (entrega|env[ií])|falla (de|en la) entrega|notificaci[oó]n (de|sobre el) (estado|entrega|error|fallo)|estado de (la )?entrega|entrega (fallida|retrasada|demorada|pendiente)|n[aã]o (foi )?(entreg|pode)|retornad|non remis|échec|unzustellbar|mancata consegna", FLAGS);
  private static final Pattern WORDS = Pattern.compile("(could|can) ?(not|n.t) be (delivered|sent|routed)|unable to deliver|was not (able to )?deliver|(was|were|has|have) not (been )?delivered|(couldn.t|cannot|can not|could not|not able to|failed to|didn.t|did not) (deliver|reach)|delivery (to|of|has|attempt|status|fail|error).{0,80}(fail|delay|permanent|not)|permanent(ly)? (error|fail|fatal|reject)|following (address|recipient|e-?mail)|address(es)?(\\(es\\))? (failed|had)|undeliver|bounce|returned (to|mail|message)|reject(ed)? your message|refused|delivery (temporarily )?(suspended|delayed)|user unknown|does not exist|mailbox"
      + "|no (se )?(ha )?(podido|pudo|puede|fue|ha sido) (posible )?(ser )?(entreg|envi)|no (se )?entreg|error permanente|siguientes? (direcci|destinatari)|destinatarios?|devuelto|buz[oó]n|n[aã]o (foi )?(entreg|pode)", FLAGS);

  static ReportSigns of(ReceivedMail mail) {
    var from = mail.from();
    var path = mail.headers().first("return-path").map(String::strip);
    var text = mail.text().length() > 20_000 ? mail.text().substring(0, 20_000) : mail.text();
    return new ReportSigns(from != null && DAEMON.matcher(from.local()).matches(),
        from != null && from.name() != null && NAME.matcher(from.name()).find() || from == null && mail.headers().text("from").toLowerCase(java.util.Locale.ROOT)
            .contains("daemon"),
        path.filter(text2 -> text2.equals("<>") || text2.isEmpty()).isPresent(), mail.headers().has("x-failed-recipients"),
        mail.reportType().equals("delivery-status"), SUBJECT.matcher(mail.subject()).find(), WORDS.matcher(text).find(),
        ReturnedMail.of(mail).isPresent() || ReturnedMail.beginIn(text) >= 0);
  }

  /** A machine sent it, and it says that something was not delivered. */
  boolean looksLikeOne() {
    int machine = (daemon ? 2 : 0) + (daemonName ? 2 : 0) + (noReturnPath ? 2 : 0) + (failedHeader ? 4 : 0) + (reportType ? 4 : 0);
    int report = (subject ? 2 : 0) + (words ? 1 : 0) + (original ? 1 : 0);
    return machine >= 2 && machine + report >= 5 && (report >= 2 || failedHeader || reportType);
  }
}
