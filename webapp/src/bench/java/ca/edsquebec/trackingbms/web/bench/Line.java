package ca.edsquebec.trackingbms.web.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection of a {@link LoadClient}: a request at a time. */
final class Line {

  private final InetSocketAddress address;
  private final Selector selector;
  private SocketChannel channel;
  private SelectionKey key;
  private ByteBuffer out = ByteBuffer.allocate(0);
  private ByteBuffer in = ByteBuffer.allocate(8 << 10);
  private long sentAt;
  private long answeredAt;

  Line(InetSocketAddress address, Selector selector) {
    this.address = address;
    this.selector = selector;
  }

  void connect() throws IOException {
    channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  void send(byte[] request) throws IOException {
    out = ByteBuffer.wrap(request);
    in.clear();
    sentAt = System.nanoTime();
    write();
  }

  private void write() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_WRITE | SelectionKey.OP_READ : SelectionKey.OP_READ);
  }

  /** Goes on as far as it can now; null unless the whole answer is here. */
  Answer proceed() throws IOException {
    if (out.hasRemaining()) {
      write();
    }
    if (channel.read(in) < 0) {
      throw new EOFException("the portal closed a connection without an answer");
    }
    Answer answer = new Answer(in.array(), in.position());
    if (answer.isWhole()) {
      answeredAt = System.nanoTime();
      answer.requireSuccess();
      return answer;
    }
    if (!in.hasRemaining()) {
      in = ByteBuffer.wrap(Arrays.copyOf(in.array(), 2 * in.capacity())).position(in.position());
    }
    return null;
  }

  /** Between sending and answer. */
  long nanos() {
    return answeredAt - sentAt;
  }

  /** A server lets a connection go after so many requests, and says so beforehand. */
  void reopenIfClosed(Answer answer) throws IOException {
    if (answer.closesTheConnection()) {
      channel.close();
      connect();
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
