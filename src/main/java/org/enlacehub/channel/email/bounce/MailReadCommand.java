package org.enlacehub.channel.email.bounce;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.enlacehub.channel.email.reading.Automatic;
import org.enlacehub.channel.email.reading.MailReader;
import org.enlacehub.channel.email.reading.ReceivedMail;
import org.enlacehub.channel.email.reading.SpamMarks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Says what mails in files are: a line a file, or a recipient of a report: file, kind (bounce, complaint, automatic, spam, message),
 * recipient, class (hard, soft, block), reason, status. Needs no database.
 */
@Command(name = "read", mixinStandardHelpOptions = true, description = "Prints what each mail is: reports with recipient, class, reason, status.")
public final class MailReadCommand implements Callable<Integer> {
  private static final String NONE = "";
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Mails (message/rfc822), or folders of them.")
  private List<Path> files;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    out.println("file,kind,recipient,class,reason,status");
    for (var named : files) {
      if (Files.isDirectory(named)) {
        try (var inside = Files.walk(named)) {
          for (var file : inside.filter(Files::isRegularFile).sorted().toList()) {
            print(file, out);
          }
        }
      } else {
        print(named, out);
      }
    }
    out.flush();
    return 0;
  }

  private static void print(Path file, PrintWriter out) throws IOException {
    ReceivedMail mail;
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      mail = MailReader.read(in);
    }
    var bounce = BounceReader.read(mail);
    var complaint = Complaint.of(mail);
    if (bounce.isPresent()) {
      bounce.get().failures().forEach(f -> line(out, file, f.delayed() ? "delayed" : "bounce", f.address(), f.kind().name().toLowerCase(Locale.ROOT),
          f.reason(), f.status() == null ? NONE : f.status()));
    } else if (complaint.isPresent()) {
      line(out, file, "complaint", complaint.get().recipient() == null ? NONE : complaint.get().recipient(), NONE, complaint.get().type(), NONE);
    } else {
      line(out, file, Automatic.is(mail) ? "automatic" : SpamMarks.on(mail) ? "spam" : "message", NONE, NONE, NONE, NONE);
    }
  }

  private static void line(PrintWriter out, Path file, String... cells) {
    out.println(file + "," + String.join(",", cells));
  }
}
