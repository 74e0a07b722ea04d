package org.enlacehub.sandbox.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The few words of SMTP that bring one mail. */
final class PlainSmtp implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  PlainSmtp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    expect("220");
  }

  void send(String from, String to, String message) throws IOException {
    say("HELO test", "250");
    say("MAIL FROM:<" + from + ">", "250");
    say("RCPT TO:<" + to + ">", "250");
    say("DATA", "354");
    say(message.replace("\n", "\r\n") + "\r\n.", "250");
  }

  private void say(String line, String code) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    expect(code);
  }

  private void expect(String code) throws IOException {
    var answer = in.readLine();
    if (answer == null || !answer.startsWith(code)) {
      throw new IOException("expected " + code + ", got " + answer);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
