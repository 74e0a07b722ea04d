package org.enlacehub.sandbox.twilio;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.enlacehub.sandbox.SandboxCarriers;

/**
 * The fastest carrier there is: answers every create request with 201 on kept connections and counts. It checks nothing and
 * remembers nothing, so that a bench measures the sender and not the stand-in. For everything else there is the sandbox.
 */
public final class LoopbackTwilio implements AutoCloseable {
  private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final ByteBuf END_OF_HEAD = Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));
  private static final int SID_DIGITS = 32;

  private final EventLoopGroup group;
  private final Channel channel;
  private final AtomicLong count = new AtomicLong();

  private LoopbackTwilio(int threads) {
    this.group = new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
    this.channel = new ServerBootstrap().group(group).channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 1024).childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(new ChannelInitializer<SocketChannel>() {
          @Override
          protected void initChannel(SocketChannel accepted) {
            accepted.pipeline().addLast(new Responder());
          }
        })
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).syncUninterruptibly().channel();
  }

  /** Starts on a free port of 127.0.0.1, on one thread. */
  public static LoopbackTwilio start() {
    return new LoopbackTwilio(1);
  }

  /** What takes the place of {@code https://api.twilio.com}. */
  public String url() {
    return "http://localhost:" + ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Create requests answered so far. */
  public long count() {
    return count.get();
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** Cuts requests from the stream by Content-Length and answers each; knows no other way to send a body. */
  private final class Responder extends ByteToMessageDecoder {
    private final byte[] template = template();
    private final int sidAt = indexOf(template, "\"sid\": \"SM") + "\"sid\": \"SM".length();

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
      while (true) {
        int end = ByteBufUtil.indexOf(END_OF_HEAD, in);
        if (end < 0) {
          return;
        }
        int start = in.readerIndex();
        int head = end - start + END_OF_HEAD.readableBytes();
        int length = contentLength(in, start, start + head);
        if (in.readableBytes() < head + length) {
          return;
        }
        in.skipBytes(head + length);
        respond(context);
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
      super.channelReadComplete(context);
      context.flush();
    }

    private void respond(ChannelHandlerContext context) {
      var answer = context.alloc().buffer(template.length).writeBytes(template);
      var digits = HexFormat.of().toHexDigits(count.incrementAndGet(), SID_DIGITS / 2);
      answer.setCharSequence(sidAt + SID_DIGITS / 2, digits, StandardCharsets.US_ASCII);
      context.write(answer);
    }

    private static int contentLength(ByteBuf in, int from, int to) {
      for (int at = from; at < to - CONTENT_LENGTH.length; at++) {
        if (in.getByte(at) == '\n' && matches(in, at + 1)) {
          int value = 0;
          for (int digit = at + 1 + CONTENT_LENGTH.length; in.getByte(digit) != '\r'; digit++) {
            byte letter = in.getByte(digit);
            value = letter == ' ' ? value : value * 10 + letter - '0';
          }
          return value;
        }
      }
      return 0;
    }

    private static boolean matches(ByteBuf in, int at) {
      for (int i = 0; i < CONTENT_LENGTH.length; i++) {
        byte letter = in.getByte(at + i);
        if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != CONTENT_LENGTH[i]) {
          return false;
        }
      }
      return true;
    }

    private static int indexOf(byte[] bytes, String text) {
      return new String(bytes, StandardCharsets.US_ASCII).indexOf(text);
    }

    private static byte[] template() {
      var account = SandboxCarriers.ACCOUNT_SID;
      var json = """
          {"account_sid": "%1$s", "api_version": "2010-04-01", "body": "", "date_created": "Tue, 24 Nov 2026 12:00:00 +0000", \
          "date_sent": null, "date_updated": "Tue, 24 Nov 2026 12:00:00 +0000", "direction": "outbound-api", \
          "error_code": null, "error_message": null, "from": "%2$s", "messaging_service_sid": null, "num_media": "0", \
          "num_segments": "1", "price": null, "price_unit": null, "sid": "SM%3$s", "status": "queued", \
          "subresource_uris": {}, "to": "+15005550006", "uri": "/2010-04-01/Accounts/%1$s/Messages.json"}"""
          .formatted(account, SandboxCarriers.SMS_FROM, "0".repeat(SID_DIGITS));
      return ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n" + json)
          .getBytes(StandardCharsets.US_ASCII);
    }
  }
}
