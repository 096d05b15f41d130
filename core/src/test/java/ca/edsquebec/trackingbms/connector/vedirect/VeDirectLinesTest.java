package ca.edsquebec.trackingbms.connector.vedirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.connector.Frame;
import ca.edsquebec.trackingbms.connector.FrameException;
import ca.edsquebec.trackingbms.connector.Reading;
import ca.edsquebec.trackingbms.measure.Metric;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks that a gateway has split into lines, and HEX messages within a block. */
class VeDirectLinesTest {

  private final VeDirectDecoder decoder = new VeDirectDecoder();

  @Test
  void putsLinesTogetherAgain() throws FrameException {
    assertThat(lines("V\t12800", "I\t-1500", check("V\t12800", "I\t-1500")))
        .contains(new Reading.Scalar(Metric.PACK_VOLTAGE, 12.8))
        .contains(new Reading.Scalar(Metric.CURRENT, -1.5));
  }

  @Test
  void findsTheCheckThatWasTakenForALineEnd() throws FrameException {
    int found = 0;
    for (char first = '!'; first <= '~'; first++) {
      for (char second = '!'; second <= '~'; second++) {
        String model = "BMV\t" + first + second + second;
        char check = check("V\t12800", model).charAt("Checksum\t".length());
        if (check == '\r' || check == '\n') {
          found++;
          assertThat(lines("V\t12800", model, "Checksum\t"))
              .containsExactly(new Reading.Scalar(Metric.PACK_VOLTAGE, 12.8));
        }
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void leavesOutABlockOfWhichALineWasLost() throws FrameException {
    assertThat(lines("V\t12800", check("V\t12800", "I\t-1500"))).isEmpty();
    assertThat(lines("V\t12800", check("V\t12800"))).hasSize(1);
  }

  @Test
  void cutsHexMessagesOut() throws FrameException {
    String block = "\r\nV\t12800\r\n" + check("V\t12800");
    String disturbed = block.replace("\r\nCheck", "\r\n:A0102000543\nCheck");
    assertThat(decoder.decode(frame(disturbed)).orElseThrow()).hasSize(1);
  }

  @Test
  void cutsAHexMessageOffTheEndOfALine() throws FrameException {
    String check = check("V\t12800", "I\t-1500");
    assertThat(lines("V\t12800:7F0ED009600DB", "", "I\t-1500", ":A0102000543", check))
        .contains(new Reading.Scalar(Metric.PACK_VOLTAGE, 12.8))
        .contains(new Reading.Scalar(Metric.CURRENT, -1.5));
  }

  @Test
  void refusesAWrongSumButForTheFirstAndReadsTheNextBlock() throws FrameException {
    assertThat(lines("V\t12800", check("V\t12800", "I\t-1500"))).isEmpty();
    lines("V\t12700");
    assertThatThrownBy(() -> lines(check("V\t12800")))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("checksum mismatch");
    assertThat(lines("V\t12600", check("V\t12600")))
        .containsExactly(new Reading.Scalar(Metric.PACK_VOLTAGE, 12.6));
  }

  @Test
  void unknownValuesAreWithdrawn() throws FrameException {
    List<Reading> said = lines("SOC\t---", "TTG\t-1", check("SOC\t---", "TTG\t-1"));
    assertThat(said)
        .containsExactly(
            new Reading.Scalar(Metric.SOC, Double.NaN), new Reading.Extra("timeToGo", Double.NaN));
  }

  private List<Reading> lines(String... lines) throws FrameException {
    List<Reading> said = new ArrayList<>();
    for (String line : lines) {
      said.addAll(decoder.decode(frame(line)).orElseThrow());
    }
    return said;
  }

  private static Frame frame(String text) {
    return Frame.bytes(0, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The last line of a block of these. */
  private static String check(String... lines) {
    String block = "\r\n" + String.join("\r\n", lines) + "\r\nChecksum\t";
    return "Checksum\t" + (char) (-block.chars().sum() & 0xFF);
  }
}
