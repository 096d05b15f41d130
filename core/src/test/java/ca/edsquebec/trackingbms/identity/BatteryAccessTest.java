package ca.edsquebec.trackingbms.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatteryAccessTest {

  private static final BatteryAccess ONE = BatteryAccess.places(Set.of("aa"));
  private static final BatteryAccess TWO = BatteryAccess.places(Set.of("aa", "bb"));

  @Test
  void allIncludesEverything() {
    assertThat(BatteryAccess.ALL.includes(TWO)).isTrue();
    assertThat(BatteryAccess.ALL.includes(BatteryAccess.ALL)).isTrue();
    assertThat(TWO.includes(BatteryAccess.ALL)).isFalse();
  }

  @Test
  void morePlacesIncludeFewer() {
    assertThat(TWO.includes(ONE)).isTrue();
    assertThat(ONE.includes(TWO)).isFalse();
  }

  @Test
  void aPlaceIncludesNoBatteryThoughItMayStandThere() {
    assertThat(ONE.includes(BatteryAccess.batteries(Set.of("aa")))).isFalse();
    assertThat(ONE.includes(BatteryAccess.types(Set.of("aa")))).isFalse();
  }

  @Test
  void comesBackAsItWasStored() {
    for (BatteryAccess access :
        Set.of(BatteryAccess.ALL, BatteryAccess.NONE, ONE, TWO, BatteryAccess.types(Set.of("x")))) {
      assertThat(BatteryAccess.parse(access.text())).isEqualTo(access);
    }
    assertThat(TWO.text()).isEqualTo("PLACES aa bb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "A", "a'", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
  void refusesWhatIsNoId(String uid) {
    assertThatThrownBy(() -> BatteryAccess.types(Set.of(uid))).isInstanceOf(InvalidException.class);
  }

  @Test
  void refusesMoreThanCanBeStored() {
    Set<String> many =
        IntStream.rangeClosed(0, BatteryAccess.MAX_UIDS)
            .mapToObj(i -> "x" + i)
            .collect(Collectors.toSet());
    assertThatThrownBy(() -> BatteryAccess.batteries(many)).isInstanceOf(InvalidException.class);
  }
}
