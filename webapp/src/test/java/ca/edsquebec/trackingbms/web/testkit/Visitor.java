package ca.edsquebec.trackingbms.web.testkit;

import ca.edsquebec.trackingbms.web.testkit.Http.Answer;
import java.io.ByteArrayOutputStream;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person's browser sends: asks for pages, keeps cookies, names the origin of a form. It
 * follows no redirection: the test looks at each.
 */
public final class Visitor {

  public static final String SESSION = "tbms_session";

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

  private final Http http;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public Visitor(Http http) {
    this.http = http;
  }

  /** Goes to that path. */
  public Answer get(String path, String... headers) {
    return keep(http.get(path, null, with(headers)));
  }

  /** Sends a form of this portal, with the token that its pages put into forms. */
  public Answer send(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("csrf", token()));
    all.putAll(fields);
    return send(path, all, "Origin", origin());
  }

  /** Sends a form of this portal with a file, as browsers do. */
  public Answer sendFile(String path, String field, String fileName, byte[] content) {
    String head =
        "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n%s\r\n--x\r\n"
                .formatted(token())
            + "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(field, fileName)
            + "Content-Type: application/octet-stream\r\n\r\n";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    String type = "multipart/form-data; boundary=x";
    return keep(http.post(path, null, type, body.toByteArray(), with("Origin", origin())));
  }

  /** What a form carries that was made for this visitor. */
  public String token(String... headers) {
    Matcher field = TOKEN.matcher(get("/login", headers).body());
    if (!field.find()) {
      throw new IllegalStateException("the sign-in form has no token");
    }
    return field.group(1);
  }

  /** Sends a form of whichever page the headers tell. */
  public Answer send(String path, Map<String, String> fields, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return keep(
        http.post(
            path,
            null,
            "application/x-www-form-urlencoded",
            body.getBytes(StandardCharsets.UTF_8),
            with(headers)));
  }

  /** Fills in the sign-in form. */
  public Answer signIn(Portal.Account account) {
    return signIn(account.email(), account.password(), "");
  }

  public Answer signIn(String email, String password, String next) {
    return send("/login", Map.of("email", email, "password", password, "next", next));
  }

  /** The cookie of that name; empty when it keeps none. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  /** All cookies, as they are sent. */
  public String cookies() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** The origin of this portal's pages. */
  public String origin() {
    return http.base().getScheme() + "://" + http.base().getAuthority();
  }

  private String[] with(String... headers) {
    List<String> all = new ArrayList<>(List.of("Accept", "text/html"));
    if (!cookies.isEmpty()) {
      all.addAll(List.of("Cookie", cookies()));
    }
    all.addAll(List.of(headers));
    return all.toArray(String[]::new);
  }

  private Answer keep(Answer answer) {
    for (String line : answer.headers().allValues("Set-Cookie")) {
      HttpCookie cookie = HttpCookie.parse(line).get(0);
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
