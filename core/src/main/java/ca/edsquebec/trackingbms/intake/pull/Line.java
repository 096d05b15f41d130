package ca.edsquebec.trackingbms.intake.pull;

import ca.edsquebec.trackingbms.connector.Dialogue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One connection and the dialogue on it. All methods are for the thread of {@link Lines}. Bounded:
 * so many bytes a second are read, and when the device takes nothing it is given up.
 */
final class Line {

  /** Several times what the fastest CAN bus gives as text. */
  private static final int BYTES_A_SECOND = 2_000_000;

  private static final int MAX_WAITING = 64;
  private static final byte[] NOTHING = {};

  private final InetSocketAddress address;
  private final Dialogue dialogue;
  private final Ear ear;
  private final long connectMicros;
  private final Deque<ByteBuffer> out = new ArrayDeque<>();

  private SocketChannel channel;
  private SelectionKey key;
  private boolean open;
  private boolean over;
  private boolean paused;
  private long wakeAt;
  private long secondEnds;
  private int bytesThisSecond;

  Line(InetSocketAddress address, Dialogue dialogue, Ear ear, long connectMicros) {
    this.address = address;
    this.dialogue = dialogue;
    this.ear = ear;
    this.connectMicros = connectMicros;
  }

  void begin(Selector selector, long now) {
    if (over) {
      return;
    }
    try {
      channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      key = channel.register(selector, SelectionKey.OP_CONNECT, this);
      wakeAt = now + connectMicros;
      if (channel.connect(address)) {
        connected(now);
      }
    } catch (IOException | RuntimeException e) {
      end(PullFault.REFUSED, e);
    }
  }

  /** Something is ready on its channel. */
  void ready(long now, ByteBuffer buffer) {
    try {
      if (key.isConnectable() && channel.finishConnect()) {
        connected(now);
      }
      if (!over && key.isWritable()) {
        write();
      }
      if (!over && key.isReadable()) {
        read(now, buffer);
      }
    } catch (IOException e) {
      end(open ? PullFault.CLOSED : PullFault.REFUSED, e);
    }
  }

  /**
   * The time has moved on.
   *
   * @param anyway although its time has not come: the clock was set back
   */
  void tick(long now, boolean anyway) {
    if (over || channel == null) {
      return;
    }
    if (!open && anyway) {
      wakeAt = now + connectMicros;
    } else if (!open && now >= wakeAt) {
      end(PullFault.NO_CONNECTION, "");
    } else if (open) {
      if (now >= secondEnds || secondEnds - now > 1_000_000) {
        secondEnds = now + 1_000_000;
        bytesThisSecond = 0;
        interests();
      }
      if (anyway || now >= wakeAt) {
        step(now, NOTHING);
      }
    }
  }

  long wakeAt() {
    return wakeAt;
  }

  boolean isOver() {
    return over;
  }

  /** Reads nothing until it is told so again: the sender waits. */
  void pause(boolean wanted) {
    paused = wanted;
    interests();
  }

  private void connected(long now) throws IOException {
    open = true;
    secondEnds = now + 1_000_000;
    ear.opened();
    interests();
    step(now, NOTHING);
  }

  private void read(long now, ByteBuffer buffer) throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    if (count < 0) {
      end(PullFault.CLOSED, "");
      return;
    }
    bytesThisSecond += count;
    interests();
    byte[] received = new byte[count];
    buffer.flip().get(received);
    step(now, received);
  }

  private void step(long now, byte[] received) {
    try {
      Dialogue.Step step = dialogue.step(now, received);
      wakeAt = step.wakeAtMicros();
      step.send().forEach(bytes -> out.add(ByteBuffer.wrap(bytes)));
      if (received.length > 0 || !step.frames().isEmpty() || step.unanswered() > 0) {
        ear.heard(received.length, step);
      }
      write();
    } catch (IOException e) {
      end(PullFault.CLOSED, e);
    }
  }

  private void write() throws IOException {
    while (!over && !out.isEmpty()) {
      channel.write(out.peek());
      if (out.peek().hasRemaining()) {
        break;
      }
      out.remove();
    }
    if (out.size() > MAX_WAITING) {
      end(PullFault.CLOSED, "it takes no more requests");
    }
    interests();
  }

  private void interests() {
    if (open && !over && key.isValid()) {
      boolean reads = !paused && bytesThisSecond < BYTES_A_SECOND;
      key.interestOps(
          (reads ? SelectionKey.OP_READ : 0) | (out.isEmpty() ? 0 : SelectionKey.OP_WRITE));
    }
  }

  /** Gives it up: its dialogue threw, which it must not. */
  void fail(Throwable e) {
    end(PullFault.NOT_UNDERSTOOD, e);
  }

  /** Gives it up, for no fault of the device: nobody watches it any more. */
  void lose() {
    end(PullFault.CLOSED, "this program can't watch its connections any more");
  }

  private void end(PullFault why, Throwable e) {
    String message = e.getMessage();
    end(why, message == null ? e.getClass().getSimpleName() : message);
  }

  private void end(PullFault why, String detail) {
    if (!over) {
      close();
      ear.ended(why, detail);
    }
  }

  /** Ends it without a word to its ear. */
  void close() {
    over = true;
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // What mattered is over; the socket goes with the channel either way.
      Lines.LOG.debug("connection to {} not closed in order", address, e);
    }
  }
}
