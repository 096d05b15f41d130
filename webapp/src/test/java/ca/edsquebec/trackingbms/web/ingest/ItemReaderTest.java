package ca.edsquebec.trackingbms.web.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.edsquebec.trackingbms.platform.InvalidException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ItemReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HUGE = "[" + "{},".repeat(ItemReader.MAX_TOKENS / 2) + "1]";

  @Test
  void anItemThatIsTooLargeCostsItselfAndNoOther() throws IOException {
    try (JsonParser parser = JSON.createParser("[{\"a\":" + HUGE + "}," + HUGE + ",{\"b\":2}]")) {
      ItemReader items = new ItemReader(JSON, parser);
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
      for (int item = 0; item < 2; item++) {
        parser.nextToken();
        assertThatThrownBy(items::read).isInstanceOf(InvalidException.class);
      }
      parser.nextToken();
      assertThat(items.read().path("b").intValue()).isEqualTo(2);
      assertThat(parser.nextToken()).isEqualTo(JsonToken.END_ARRAY);
    }
  }

  @Test
  void aWholeBodyThatIsOneLargeItemIsReadToItsEnd() throws IOException {
    try (JsonParser parser = JSON.createParser("{\"a\":" + HUGE + "}")) {
      parser.nextToken();
      ItemReader items = new ItemReader(JSON, parser);
      assertThatThrownBy(items::read).isInstanceOf(InvalidException.class);
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void aPlainValueIsAnItem() throws IOException {
    try (JsonParser parser = JSON.createParser("[5]")) {
      parser.nextToken();
      parser.nextToken();
      assertThat(new ItemReader(JSON, parser).read().intValue()).isEqualTo(5);
    }
  }
}
