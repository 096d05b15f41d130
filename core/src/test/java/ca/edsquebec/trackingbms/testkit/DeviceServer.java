package ca.edsquebec.trackingbms.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A device on a real port of this machine; it can be turned off and on again at the same one. */
public final class DeviceServer implements AutoCloseable {

  /** What it says and answers on one connection, until that ends. */
  @FunctionalInterface
  public interface Talk {
    void with(Socket client) throws IOException, InterruptedException;
  }

  private final Talk talk;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final int port;
  private volatile ServerSocket server;

  /** Turned on. */
  public DeviceServer(Talk talk) throws IOException {
    this.talk = talk;
    listen(0);
    port = server.getLocalPort();
  }

  public int port() {
    return port;
  }

  /** Connections that stand now. */
  public int open() {
    return open.size();
  }

  /** Connections there ever were. */
  public int connections() {
    return connections.get();
  }

  public void turnOff() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  public void turnOn() throws IOException {
    listen(port);
  }

  private void listen(int at) throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.setReuseAddress(true);
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
    server = listening;
    start(() -> accept(listening));
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        connections.incrementAndGet();
        enter(client);
        start(() -> serve(client));
      } catch (IOException e) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      talk.with(client);
    } catch (IOException gone) {
      // Whoever asked has hung up, or this was turned off.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leave(client);
    }
  }

  private synchronized void enter(Socket client) {
    open.add(client);
    notifyAll();
  }

  private synchronized void leave(Socket client) {
    open.remove(client);
    notifyAll();
  }

  /** Waits until nobody is connected; a device that speaks notices with its next word. */
  public synchronized void awaitNobody() throws InterruptedException {
    await(open::isEmpty, "still connected");
  }

  /** Waits until somebody is connected. */
  public synchronized void awaitSomebody() throws InterruptedException {
    await(() -> !open.isEmpty(), "connected");
  }

  private void await(BooleanSupplier so, String what) throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!so.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(limit - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(open.size() + " " + what + " after 10 s");
      }
      wait(left);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "device");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    turnOff();
  }
}
