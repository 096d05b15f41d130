package ca.edsquebec.trackingbms.connector.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.wire.Dbc.Kind;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Message;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Multiplex;
import ca.edsquebec.trackingbms.connector.wire.Dbc.Signal;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DbcTest {

  private static final String PACK =
      """
      VERSION "1.0; \\"beta\\""

      NS_ :
        NS_DESC_
        CM_
        VAL_

      BS_:

      BU_: Bms Charger

      BO_ 512 Pack: 8 Bms
      SG_ Voltage : 7|16@0+ (0.1,0) [0|0] "V" Charger,Display
       SG_ Current : 16|16@1- (1E-2,-5) [-10|10] "A" Charger
      BO_ 2566848768 Cells: 8 Bms
       SG_ Row M : 0|8@1+ (1,0) [0|1] "" Charger
       SG_ Cell_0 m0 : 8|16@1+ (0.001,0) [0|5] "V" Charger
       SG_ Cell_1 m1 : 8|16@1+ (0.001,0) [0|5] "V" Charger
       SG_ Heat : 32|32@1- (1,0) [0|5] "degC" Charger
      BO_ 3221225472 VECTOR__INDEPENDENT_SIG_MSG: 0 Vector__XXX
       SG_ Stray : 0|8@1+ (1,0) [0|0] "" Vector__XXX

      CM_ BO_ 512 "What the pack
      says; all of it";
      CM_ SG_ 512 Current "Charging is
      negative";
      CM_ "A comment on the file";
      BA_DEF_ BO_ "GenMsgCycleTime" INT 0 10000;
      BA_ "GenMsgCycleTime" BO_ 512 100;
      VAL_ 512 Voltage 0 "none" 65535
        "invalid" ;
      SIG_VALTYPE_ 2566848768 Heat : 1;
      """;

  @Test
  void readsMessagesWithTheirIdentifiers() {
    Dbc dbc = Dbc.parse(PACK);
    assertThat(dbc.messages()).extracting(Message::name).containsExactly("Pack", "Cells");
    Message cells = dbc.messages().get(1);
    assertThat(cells.extended()).isTrue();
    assertThat(cells.id()).isEqualTo(0x18FF_0100);
    assertThat(dbc.messages().get(0).cycleMillis()).isEqualTo(100);
    assertThat(dbc.messages().get(0).comment()).isEqualTo("What the pack\nsays; all of it");
  }

  @Test
  void readsWhereASignalLiesAndWhatItIsWorth() {
    Signal current = signal(0, "Current");
    assertThat(current.start()).isEqualTo(16);
    assertThat(current.length()).isEqualTo(16);
    assertThat(current.intel()).isTrue();
    assertThat(current.kind()).isEqualTo(Kind.SIGNED);
    assertThat(current.factor()).isEqualByComparingTo("0.01");
    assertThat(current.offset()).isEqualByComparingTo("-5");
    assertThat(current.unit()).isEqualTo("A");
    assertThat(current.comment()).isEqualTo("Charging is\nnegative");
    assertThat(signal(0, "Voltage").intel()).isFalse();
    assertThat(signal(0, "Voltage").labels()).isEqualTo(Map.of(0L, "none", 65_535L, "invalid"));
  }

  @Test
  void readsLayoutsAndKindsOfNumber() {
    assertThat(signal(1, "Row").multiplex().selects()).isTrue();
    assertThat(signal(1, "Cell_1").multiplex()).isEqualTo(new Multiplex(false, 1));
    assertThat(signal(1, "Heat").multiplex().layout()).isEqualTo(Multiplex.ALWAYS);
    assertThat(signal(1, "Heat").kind()).isEqualTo(Kind.FLOAT);
  }

  @Test
  void saysInWhichLineItIsWrong() {
    assertRefused("hello world", "line 1: there is \"hello\" where a keyword should be");
    assertRefused("", "no message (BO_)");
    assertRefused("BO_ 512 Pack: 8 Bms\nSG_ V : 7|16@2+ (1,0) [0|0] \"V\" X", "line 2");
    assertRefused("BO_ 512 Pack: 8 Bms\n\nSG_ V : 7|x@0+", "line 3: there is \"x\"");
    assertRefused("SG_ V : 7|16@0+ (1,0) [0|0] \"V\" X", "before the first message");
    assertRefused("BO_ 512 Pack: 8 Bms\nCM_ \"open", "line 2: a quotation mark is not closed");
    assertRefused("BO_ 512 A: 8 X\nBO_ 512 B: 8 X", "the identifier of B stands there twice");
    assertRefused("BO_ 99999999999 A: 8 X", "line 1");
    assertRefused(
        "BO_ 512 A: 8 X\nSG_ V m0M : 7|16@0+ (1,0) [0|0] \"V\" X", "selectors within selectors");
  }

  @Test
  void refusesASecondSelector() {
    assertRefused(
        "BO_ 512 A: 8 X\n SG_ R M : 0|8@1+ (1,0) [0|0] \"\" X\n SG_ S M : 8|8@1+ (1,0) [0|0] \"\" X",
        "line 3: S is a second selector of its message");
  }

  @Test
  void readsFilesOfAnyLineEnds() {
    for (String end : new String[] {"\r\n", "\r"}) {
      assertThat(Dbc.parse(PACK.replace("\n", end))).isEqualTo(Dbc.parse(PACK));
      assertRefused("BO_ 512 Pack: 8 X" + end + end + "SG_ V : x", "line 3: there is \"x\"");
    }
  }

  @Test
  void losesNoSignalAfterOneThatNobodyReceives() {
    Dbc dbc =
        Dbc.parse(
            """
            BU_: Bms
              Charger
            BO_ 512 Pack: 8 Bms
             SG_ Voltage : 0|16@1+ (0.1,0) [0|0] "V"
             SG_ Current : 16|16@1- (0.1,0) [0|0] "A" Bms,
               Charger
            BO_ 513 Cells: 8 Bms
             SG_ Cell : 0|16@1+ (0.1,0) [0|0] "V"
            BA_ "GenMsgCycleTime" BO_ 512 100;
            """);
    assertThat(dbc.messages()).extracting(Message::name).containsExactly("Pack", "Cells");
    assertThat(dbc.messages().get(0).signals())
        .extracting(Signal::name)
        .containsExactly("Voltage", "Current");
  }

  @Test
  void refusesAWordInThePlaceOfAStatementInsteadOfPassingOverWhatFollows() {
    assertRefused(
        "BO_ 1 A: 8 X\nstray\nBO_ 2 B: 8 X\nCM_ \"end\";",
        "line 2: there is \"stray\" where a keyword should be");
    assertThat(Dbc.parse("FILTER 1 CAT 2 : X;\nBO_ 1 A: 8 X").messages()).hasSize(1);
  }

  @Test
  void refusesNamesThatNobodyCanWorkWith() {
    String signal = "BO_ 512 A: 8 X\n SG_ %s : 7|16@0+ (1,0) [0|0] \"V\" X";
    String longest = "n".repeat(128);
    assertThat(Dbc.parse(signal.formatted(longest)).messages().get(0).signals().get(0).name())
        .isEqualTo(longest);
    assertRefused(signal.formatted(longest + "n"), "line 2: the signal's name has 129 characters");
    assertRefused(signal.formatted("a=b"), "line 2: the signal's name has an = in it");
    assertRefused("BO_ 512 " + "n".repeat(129) + ": 8 X", "line 1: the message's name");
  }

  @Test
  void whateverTextItIsGivenItAnswersOrRefuses() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder(PACK);
      for (int edits = random.nextInt(1, 6); edits > 0; edits--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setLength(at + 1);
          case 1 -> text.setCharAt(at, (char) random.nextInt(32, 127));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
        }
      }
      try {
        assertThat(Dbc.parse(text.toString()).messages()).isNotEmpty();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith("line ");
      }
    }
  }

  private static Signal signal(int message, String name) {
    return Dbc.parse(PACK).messages().get(message).signals().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> Dbc.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
