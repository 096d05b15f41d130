package ca.edsquebec.trackingbms.web.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Sends requests over several connections that are kept open, each of which sends its next one when
 * it has its answer. One thread and no parsing to speak of: on a machine whose two processors it
 * shares with what it measures, what it takes itself is missing there.
 */
final class LoadClient implements AutoCloseable {

  private final Selector selector = Selector.open();
  private final List<Line> lines = new ArrayList<>();

  LoadClient(URI server, int connections) throws IOException {
    InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
    for (int i = 0; i < connections; i++) {
      Line line = new Line(address, selector);
      line.connect();
      lines.add(line);
    }
  }

  /**
   * Sends each of them once.
   *
   * @throws IllegalStateException at an answer other than 200
   */
  Answers send(List<byte[]> requests) throws IOException {
    Iterator<byte[]> next = requests.iterator();
    Answers answers = new Answers(requests.size());
    for (Line line : lines) {
      if (next.hasNext()) {
        line.send(next.next());
      }
    }
    while (!answers.areComplete()) {
      selector.select();
      Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
      while (ready.hasNext()) {
        Line line = (Line) ready.next().attachment();
        ready.remove();
        Answer answer = line.proceed();
        if (answer != null) {
          answers.add(answer, line.nanos());
          line.reopenIfClosed(answer);
          if (next.hasNext()) {
            line.send(next.next());
          }
        }
      }
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    for (Line line : lines) {
      line.close();
    }
    selector.close();
  }
}
