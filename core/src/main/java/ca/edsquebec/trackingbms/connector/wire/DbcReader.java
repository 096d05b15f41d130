package ca.edsquebec.trackingbms.connector.wire;

import ca.edsquebec.trackingbms.connector.wire.Dbc.Kind;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Multiplex;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads statement by statement: those of a signal's look come after all messages, and some span
 * lines.
 */
final class DbcReader {

  /** Where the list of keywords of the file's head ends. */
  private static final Set<String> AFTER_HEAD = Set.of("BS_", "BU_", "BO_");

  private static final long EXTENDED = 1L << 31;
  private static final long MAX_ID = 0x1FFF_FFFF;

  /** What may begin a statement and so ends a list of names. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("VERSION NS_ BS_ BU_ BO_ SG_ CM_ VAL_ BA_ SIG_VALTYPE_ VAL_TABLE_ BO_TX_BU_ EV_ EV_DATA_"
                  + " ENVVAR_DATA_ SGTYPE_ SGTYPE_VAL_ SIG_GROUP_ SIG_TYPE_REF_ SIGTYPE_VALTYPE_"
                  + " SG_MUL_VAL_ BA_DEF_ BA_DEF_DEF_ BA_DEF_REL_ BA_REL_ BA_DEF_DEF_REL_"
                  + " BU_SG_REL_ BU_EV_REL_ BU_BO_REL_ BA_DEF_SGTYPE_ BA_SGTYPE_ CAT_ CAT_DEF_"
                  + " NS_DESC_ FILTER")
              .split(" "));

  /** Vector's home for signals of no message. */
  private static final long NO_MESSAGE = 0xC000_0000L;

  private static final int MAX_MESSAGES = 10_000;

  /** As long as makers' tools write a name; who looks into one for words may take its square. */
  private static final int MAX_NAME = 128;

  private final DbcTokens in;
  private final Map<Long, DraftMessage> messages = new LinkedHashMap<>();
  private DraftMessage current;

  DbcReader(DbcTokens in) {
    this.in = in;
  }

  /** A message to which more is added; of what has no identifier of its own, nothing is kept. */
  private static final class DraftMessage {
    Message head = new Message(0, false, "", 0, "", 0, List.of());
    final Map<String, Signal> signals = new LinkedHashMap<>();
  }

  Dbc read() {
    while (!in.atEnd()) {
      int line = in.line();
      statement(in.word("a keyword"), line);
    }
    if (messages.isEmpty()) {
      throw DbcTokens.fault(1, "no message (BO_) in the whole text: it is no CAN database");
    }
    List<Message> all = new ArrayList<>();
    for (DraftMessage draft : messages.values()) {
      all.add(draft.head.with(draft.signals.values()));
    }
    return new Dbc(all);
  }

  private void statement(String keyword, int line) {
    switch (keyword) {
      case "VERSION" -> in.quoted("the version");
      case "NS_" -> skipHead();
      case "BS_", "BU_" -> skipNames("a name");
      case "BO_" -> message(line);
      case "SG_" -> signal(line);
      case "CM_" -> comment(line);
      case "VAL_" -> labels(line);
      case "BA_" -> attribute(line);
      case "SIG_VALTYPE_" -> kind(line);
      default -> skipStatement(keyword, line);
    }
  }

  /** Whatever else is passed over up to a semicolon may be messages. */
  private void skipStatement(String keyword, int line) {
    if (!keyword.endsWith("_") && !KEYWORDS.contains(keyword)) {
      throw DbcTokens.fault(
          line,
          "there is \"%s\" where a keyword should be".formatted(DbcTokens.shortened(keyword)));
    }
    in.skipStatement(keyword, line);
  }

  private void skipHead() {
    while (!in.atEnd() && !AFTER_HEAD.contains(in.peek())) {
      in.word("a keyword");
    }
  }

  /** Names with or without commas, none or many lines of them: all up to a keyword. */
  private void skipNames(String what) {
    while (!in.atEnd() && !KEYWORDS.contains(in.peek())) {
      in.word(what);
    }
  }

  private void message(int line) {
    long number = number("the identifier");
    String name = name("the message's name");
    in.mark(":");
    int length = whole("the length in bytes", 64);
    in.word("the sender");
    current = new DraftMessage();
    if (number == NO_MESSAGE) {
      return;
    }
    boolean extended = (number & EXTENDED) != 0;
    long id = number & ~EXTENDED;
    if (number < 0 || id > MAX_ID) {
      throw DbcTokens.fault(line, "message %s has no CAN identifier: %d".formatted(name, number));
    }
    if (messages.size() == MAX_MESSAGES) {
      throw DbcTokens.fault(line, "more than %,d messages".formatted(MAX_MESSAGES));
    }
    current.head = new Message((int) id, extended, name, length, "", 0, List.of());
    if (messages.put(number, current) != null) {
      throw DbcTokens.fault(line, "the identifier of %s stands there twice".formatted(name));
    }
  }

  private void signal(int line) {
    if (current == null) {
      throw DbcTokens.fault(line, "a signal before the first message");
    }
    String name = name("the signal's name");
    Multiplex multiplex = in.peek().equals(":") ? Multiplex.NONE : multiplex(name, line);
    in.mark(":");
    if (current.signals.put(name, place(name, multiplex, line)) != null) {
      throw DbcTokens.fault(line, "signal %s stands twice in its message".formatted(name));
    }
    skipNames("a receiver");
  }

  private Signal place(String name, Multiplex multiplex, int line) {
    int start = whole("the first bit", 511);
    in.mark("|");
    int length = whole("the number of bits", 512);
    in.mark("@");
    String order = in.word("byte order and sign");
    if (!order.matches("[01][+-]")) {
      throw DbcTokens.fault(line, "byte order and sign of %s: \"%s\"".formatted(name, order));
    }
    in.mark("(");
    BigDecimal factor = decimal("the factor");
    in.mark(",");
    BigDecimal offset = decimal("the offset");
    in.mark(")");
    range();
    String unit = in.quoted("the unit");
    boolean intel = order.charAt(0) == '1';
    Kind kind = order.charAt(1) == '-' ? Kind.SIGNED : Kind.UNSIGNED;
    return new Signal(
        name, multiplex, start, length, intel, kind, factor, offset, unit, "", Map.of());
  }

  private void range() {
    in.mark("[");
    in.word("the least value");
    in.mark("|");
    in.word("the greatest value");
    in.mark("]");
  }

  private Multiplex multiplex(String name, int line) {
    String text = in.word("multiplexing");
    if (text.equals("M")) {
      if (current.signals.values().stream().anyMatch(signal -> signal.multiplex().selects())) {
        throw DbcTokens.fault(line, "%s is a second selector of its message".formatted(name));
      }
      return new Multiplex(true, Multiplex.ALWAYS);
    }
    if (!text.matches("m\\d{1,9}")) {
      String reason = text.matches("m\\d+M") ? "selectors within selectors are not read" : "?";
      throw DbcTokens.fault(line, "multiplexing %s of %s: %s".formatted(text, name, reason));
    }
    return new Multiplex(false, Integer.parseInt(text.substring(1)));
  }

  private void comment(int line) {
    String of = in.isQuoted() ? "" : in.word("what is commented on");
    if (of.equals("BO_")) {
      DraftMessage message = mentioned();
      message.head = message.head.saying(in.quoted("the comment"));
    } else if (of.equals("SG_")) {
      DraftMessage message = mentioned();
      String name = in.word("the signal");
      String text = in.quoted("the comment");
      message.signals.computeIfPresent(name, (n, signal) -> signal.saying(text));
    }
    in.skipStatement("CM_", line);
  }

  private void labels(int line) {
    // Values of environment variables have a name where signals have a number.
    if (in.peek().matches("\\d+")) {
      DraftMessage message = mentioned();
      String name = in.word("the signal");
      Map<Long, String> labels = new HashMap<>();
      while (!in.atEnd() && !in.peek().equals(";")) {
        long raw = bits();
        labels.put(raw, in.quoted("its name"));
      }
      message.signals.computeIfPresent(name, (n, signal) -> signal.labelled(labels));
    }
    in.skipStatement("VAL_", line);
  }

  private void attribute(int line) {
    String name = in.quoted("the attribute's name");
    if (name.equals("GenMsgCycleTime") && in.took("BO_")) {
      DraftMessage message = mentioned();
      message.head = message.head.every(decimal("the cycle time").intValue());
    }
    in.skipStatement("BA_", line);
  }

  private void kind(int line) {
    DraftMessage message = mentioned();
    String name = in.word("the signal");
    in.took(":");
    long code = number("the kind of number");
    if (code == 1 || code == 2) {
      Kind kind = code == 1 ? Kind.FLOAT : Kind.DOUBLE;
      message.signals.computeIfPresent(name, (n, signal) -> signal.of(kind));
    }
    in.skipStatement("SIG_VALTYPE_", line);
  }

  /**
   * The message of that identifier; what is said of one that there is not is lost, as elsewhere.
   */
  private DraftMessage mentioned() {
    DraftMessage message = messages.get(number("the identifier"));
    return message == null ? new DraftMessage() : message;
  }

  /** Without "=", which says elsewhere what a name stands for. */
  private String name(String what) {
    int line = in.line();
    String name = in.word(what);
    if (name.length() > MAX_NAME) {
      throw DbcTokens.fault(
          line, "%s has %,d characters, %d at most".formatted(what, name.length(), MAX_NAME));
    }
    if (name.contains("=")) {
      throw DbcTokens.fault(line, "%s has an = in it: \"%s\"".formatted(what, name));
    }
    return name;
  }

  private long number(String what) {
    int line = in.line();
    String text = in.peek();
    try {
      return decimal(what).longValueExact();
    } catch (ArithmeticException e) {
      throw DbcTokens.fault(line, "\"%s\" is no whole number: %s".formatted(text, what));
    }
  }

  /** A raw value; one of 64 bits without sign by its bits. */
  private long bits() {
    int line = in.line();
    BigInteger value = decimal("a value").toBigInteger();
    if (value.bitLength() > Long.SIZE) {
      throw DbcTokens.fault(line, "a value has more than 64 bits: " + value);
    }
    return value.longValue();
  }

  private int whole(String what, int max) {
    int line = in.line();
    long number = number(what);
    if (number < 0 || number > max) {
      throw DbcTokens.fault(line, "%s is %d, from 0 to %d".formatted(what, number, max));
    }
    return (int) number;
  }

  private BigDecimal decimal(String what) {
    boolean fits =
        in.peek().matches("[+-]?(\\d{1,20}[.]?\\d{0,30}|[.]\\d{1,30})([eE][+-]?\\d{1,2})?");
    if (!fits) {
      throw in.expected(what);
    }
    return new BigDecimal(in.word(what));
  }
}
