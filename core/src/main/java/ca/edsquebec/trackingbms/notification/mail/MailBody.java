package ca.edsquebec.trackingbms.notification.mail;

import ca.edsquebec.trackingbms.notification.MailTexts;
import ca.edsquebec.trackingbms.notification.Notice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a mail says, as text and as HTML: the same paragraphs, both languages the same way. */
final class MailBody {

  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\((\\S+)\\)");
  private static final int MAX_SUBJECT = 150;
  private static final int MAX_VALUE = 1000;

  /** Line ends of all kinds, and marks that turn the reading direction around. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

  private static final String STYLE =
      "body{margin:0;padding:24px;background:#f6f8fb;color:#1d273b;"
          + "font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}"
          + "main,footer{max-width:560px;margin:0 auto;overflow-wrap:anywhere}"
          + "main{background:#fff;border:1px solid #dce1e7;border-radius:8px;padding:16px 24px}"
          + "h1{font-size:20px}a{color:#0b5cab}"
          + "footer{padding:16px 24px;font-size:14px;color:#4a5568}"
          + "@media(prefers-color-scheme:dark){body{background:#111827;color:#e5e7eb}"
          + "main{background:#1f2937;border-color:#374151}a{color:#8ec5ff}footer{color:#cbd5e1}}";

  private final MailTexts texts;
  private final Map<String, String> values = new HashMap<>();
  private final String subject;
  private final String template;

  /**
   * @param portal the portal's address
   */
  MailBody(Notice notice, String portal) {
    texts = new MailTexts(notice.locale());
    notice.values().forEach((name, value) -> values.put(name, oneLine(value, MAX_VALUE)));
    values.put(MailTexts.PORTAL, portal);
    template = notice.template();
    subject = oneLine(filled(texts.of(template + ".subject")), MAX_SUBJECT);
  }

  String subject() {
    return subject;
  }

  /** Such as {@code fr-CA}. */
  String language() {
    return texts.locale().toLanguageTag();
  }

  String text() {
    String body =
        paragraphs(template + ".text").map(this::asText).collect(Collectors.joining("\n\n"));
    String signature = footer().map(this::asText).collect(Collectors.joining("\n"));
    return body + "\n\n-- \n" + signature + "\n";
  }

  String html() {
    String body =
        paragraphs(template + ".text").map(this::asHtml).collect(Collectors.joining("\n"));
    String signature = footer().map(this::asHtml).collect(Collectors.joining("\n"));
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s
        </main>
        <footer>
        %s
        </footer>
        </body>
        </html>
        """
        .formatted(language(), escaped(subject), STYLE, escaped(subject), body, signature);
  }

  private Stream<String> paragraphs(String key) {
    return Stream.of(texts.of(key).strip().split("\\s*\\n\\s*\\n\\s*"));
  }

  private Stream<String> footer() {
    return Stream.of(texts.of("mail.signature"), texts.of("mail.automatic"));
  }

  // Whether a paragraph is a link is for the template to say, never for a value.
  private String asText(String paragraph) {
    Matcher link = LINK.matcher(paragraph);
    return link.matches()
        ? label(filled(link.group(1))) + "\n" + address(link.group(2))
        : filled(paragraph);
  }

  private String label(String words) {
    return words + (texts.locale().getLanguage().equals("fr") ? "\u00a0:" : ":");
  }

  private String asHtml(String paragraph) {
    Matcher link = LINK.matcher(paragraph);
    String shown =
        link.matches()
            ? "<a href=\"%s\">%s</a>"
                .formatted(escaped(address(link.group(2))), escaped(filled(link.group(1))))
            : escaped(filled(paragraph));
    return "<p>" + shown + "</p>";
  }

  private String filled(String text) {
    return MailTexts.fill(text, values, (name, value) -> value);
  }

  private String address(String text) {
    return MailTexts.fill(
        text,
        values,
        (name, value) ->
            name.equals(MailTexts.PORTAL)
                ? value
                : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  static String oneLine(String text, int max) {
    String line = UNFIT.matcher(text).replaceAll(" ").strip();
    return line.length() <= max ? line : line.substring(0, max - 1) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
