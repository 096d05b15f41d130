package ca.edsquebec.trackingbms.web.ingest;

import ca.edsquebec.trackingbms.platform.InvalidException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * Reads the items of a body one by one, none of them larger than we can bear: two bytes of text can
 * take a hundred of memory.
 */
public final class ItemReader {

  /** Ten times what the largest pack with all its cells has. */
  static final int MAX_TOKENS = 50_000;

  private final ObjectMapper json;
  private final JsonParser parser;

  public ItemReader(ObjectMapper json, JsonParser parser) {
    this.json = json;
    this.parser = parser;
  }

  /**
   * Reads the item whose first token the parser is at.
   *
   * @throws InvalidException when it is too large; the parser is behind it then, at its last token
   */
  public JsonNode read() throws IOException {
    JsonStreamContext around =
        parser.currentToken().isStructStart()
            ? parser.getParsingContext().getParent()
            : parser.getParsingContext();
    try {
      return json.readTree(new Counted(parser));
    } catch (TooLarge e) {
      while (parser.getParsingContext() != around) {
        parser.nextToken();
      }
      throw new InvalidException("", "it has more than %d names and values".formatted(MAX_TOKENS));
    }
  }

  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super(null, null, false, false);
    }
  }

  private static final class Counted extends JsonParserDelegate {

    private int tokens;

    Counted(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
      if (++tokens > MAX_TOKENS) {
        throw new TooLarge();
      }
      return super.nextToken();
    }
  }
}
