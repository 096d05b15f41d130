package ca.edsquebec.trackingbms.web.asset;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drawings of icons, to be put into a page: what is drawn in the page takes its colours. */
public final class Icons {

  private static final Pattern DRAWING = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);
  private static final String FRAME =
      "<svg class=\"icon%s\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">%s</svg>";

  private final ServletContext context;
  private final Map<String, String> drawings = new ConcurrentHashMap<>();

  public Icons(ServletContext context) {
    this.context = context;
  }

  /**
   * @param name such as {@code bell}, or {@code filled/alert-octagon}
   * @return an SVG element that readers of screens pass over
   */
  public String svg(String name) {
    String shape = name.startsWith("filled/") ? " icon-filled" : "";
    return FRAME.formatted(shape, drawings.computeIfAbsent(name, this::read));
  }

  private String read(String name) {
    String path = "/WEB-INF/icons/" + name + ".svg";
    try (InputStream in = context.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no icon \"" + name + "\"");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher drawing = DRAWING.matcher(text);
      if (!drawing.find()) {
        throw new IllegalArgumentException(path + " is no SVG");
      }
      return drawing
          .group(1)
          .replaceAll("<path stroke=\"none\"[^>]*/>", "")
          .replaceAll("\\s+", " ")
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + path, e);
    }
  }
}
