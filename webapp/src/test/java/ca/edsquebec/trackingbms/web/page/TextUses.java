package ca.edsquebec.trackingbms.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where pages, Java and scripts name a text: a key as it is, or a beginning that ends in a dot and
 * is put together with a word of ours.
 */
final class TextUses {

  /**
   * A key or a beginning of keys in a source.
   *
   * @param given how many values go with it; -1 where that is not seen
   */
  record Use(String key, String where, int given) {

    boolean isBeginning() {
      return key.endsWith(".");
    }

    @Override
    public String toString() {
      return key + " in " + where;
    }
  }

  private static final Pattern OF = Pattern.compile("\\b(?:t|french|english)\\.of\\(");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
  private static final Pattern JAVA = Pattern.compile("\"([a-z][a-z0-9-]*\\.[a-z0-9.-]*)\"");
  private static final Pattern SCRIPT =
      Pattern.compile("(\\btext\\(\\s*)?['`]([a-z][a-z0-9-]*\\.[a-z0-9.-]*)(?=['`]|\\$\\{)");

  private final List<Use> uses = new ArrayList<>();
  private final Set<String> topics;

  /**
   * @param topics the first words of keys; literals that begin otherwise are no texts
   */
  TextUses(Set<String> topics) {
    this.topics = topics;
  }

  static Set<String> topics(Set<String> keys) {
    Set<String> topics = new TreeSet<>();
    keys.forEach(key -> topics.add(key.substring(0, key.indexOf('.'))));
    return topics;
  }

  List<Use> all() {
    return uses;
  }

  TextUses inPage(Markup page) {
    for (String expression : page.expressions()) {
      for (MatchResult call : OF.matcher(expression).results().toList()) {
        List<String> arguments = Expressions.arguments(expression, call.end() - 1);
        for (String key : Expressions.outcomes(arguments.get(0))) {
          // What is not written there, such as it.error(), is named where it comes from.
          LITERAL
              .matcher(key)
              .results()
              .filter(literal -> literal.start() == 0)
              .forEach(
                  literal -> uses.add(new Use(literal.group(1), page.path, arguments.size() - 1)));
        }
      }
    }
    return this;
  }

  TextUses inJava(String path, String source) {
    JAVA.matcher(source).results().forEach(found -> addKnown(found.group(1), path));
    return this;
  }

  TextUses inScript(String path, String source) {
    for (MatchResult found : SCRIPT.matcher(source).results().toList()) {
      if (found.group(1) != null) {
        uses.add(new Use(found.group(2), path, -1));
      } else {
        addKnown(found.group(2), path);
      }
    }
    return this;
  }

  private void addKnown(String literal, String path) {
    if (topics.contains(literal.substring(0, literal.indexOf('.')))) {
      uses.add(new Use(literal, path, -1));
    }
  }

  /** All uses in the web application's own sources. */
  static List<Use> of(Set<String> keys) {
    TextUses uses = new TextUses(topics(keys));
    Sources.pages().forEach(uses::inPage);
    for (Map.Entry<String, String> file : Sources.java().entrySet()) {
      uses.inJava(file.getKey(), file.getValue());
    }
    for (Map.Entry<String, String> file : Sources.scripts().entrySet()) {
      uses.inScript(file.getKey(), file.getValue());
    }
    return uses.all();
  }
}
