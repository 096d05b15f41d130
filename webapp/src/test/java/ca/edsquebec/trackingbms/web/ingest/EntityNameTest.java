package ca.edsquebec.trackingbms.web.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Names of Home Assistant's entities, and what is none. */
class EntityNameTest {

  @Test
  void findsTheLongestEndThatHasAMeaning() {
    assertThat(EntityName.known("my_pack_total_voltage")).isEqualTo("total_voltage");
    assertThat(EntityName.known("total_voltage")).isEqualTo("total_voltage");
    assertThat(EntityName.known("kitchen_lamp")).isEqualTo("kitchen_lamp");
  }

  @Test
  @Timeout(5)
  void nameOfAMegabyteIsLookedAtFromItsEnd() {
    String endless = "a_".repeat(500_000);
    assertThat(EntityName.known(endless + "total_voltage")).isEqualTo("total_voltage");
    assertThat(EntityName.known(endless + "lamp")).isEqualTo(endless + "lamp");
    String oneWord = "a".repeat(1_000_000);
    assertThat(EntityName.known(oneWord)).isSameAs(oneWord);
  }
}
