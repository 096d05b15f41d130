package ca.edsquebec.trackingbms.tenant;

/**
 * One connection of those that a program may have, which its pool does without so that something
 * beside the pool can have it: the server's own dump program, or a {@link ScratchDatabase}. Given
 * back by closing it.
 */
public final class SpareConnection implements AutoCloseable {

  private final ConnectionPool pool;

  SpareConnection(ConnectionPool pool) {
    this.pool = pool;
    pool.shrink();
  }

  @Override
  public void close() {
    pool.grow();
  }
}
