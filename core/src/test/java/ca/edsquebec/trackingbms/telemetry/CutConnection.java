package ca.edsquebec.trackingbms.telemetry;

import com.mysql.cj.jdbc.JdbcConnection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A real connection that is torn down at a chosen statement, just before it or just behind it. */
final class CutConnection {

  private final Connection real;
  private final int statement;
  private final boolean before;
  private int executed;

  /**
   * @param statement the first is 1
   */
  CutConnection(Connection real, int statement, boolean before) {
    this.real = real;
    this.statement = statement;
    this.before = before;
  }

  Connection connection() {
    return proxy(Connection.class, real);
  }

  private <T> T proxy(Class<T> type, Object target) {
    InvocationHandler handler = (proxy, method, arguments) -> call(target, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object call(Object target, Method method, Object[] arguments) throws Throwable {
    boolean executes = method.getName().startsWith("execute");
    executed += executes ? 1 : 0;
    boolean cut = executes && executed == statement;
    if (cut && before) {
      tear();
    }
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (cut) {
      tear();
    }
    if (result instanceof PreparedStatement prepared) {
      return proxy(PreparedStatement.class, prepared);
    }
    return result instanceof Statement plain ? proxy(Statement.class, plain) : result;
  }

  private void tear() throws SQLException {
    real.unwrap(JdbcConnection.class).abort(Runnable::run);
    throw new SQLException("the connection was torn down", "08S01");
  }
}
