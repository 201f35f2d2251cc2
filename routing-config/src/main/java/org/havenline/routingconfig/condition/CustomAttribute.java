package org.havenline.routingconfig.condition;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Set;
import java.util.regex.Pattern;
import org.havenline.routingconfig.yaml.Fields;
import org.havenline.routingconfig.yaml.Value;

/// An attribute of contacts that a table declares besides those every contact has. A contact that
/// has no value for it has `null`.
public record CustomAttribute(String id, ValueType type) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

  /// Words of CEL that can be no names.
  private static final Set<String> RESERVED =
      Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while",
          "responder",
          "size",
          "type",
          "dyn",
          "string",
          "int",
          "uint",
          "double",
          "bool");

  /// What values it has.
  public enum ValueType {
    TEXT,
    NUMBER,
    FLAG,
    LIST,
    /// of several types, or compared with null
    ANY;

    CelType cel() {
      return switch (this) {
        case TEXT -> SimpleType.STRING;
        case NUMBER -> SimpleType.DOUBLE;
        case FLAG -> SimpleType.BOOL;
        case LIST -> ListType.create(SimpleType.DYN);
        case ANY -> SimpleType.DYN;
      };
    }
  }

  public static CustomAttribute read(Fields fields) {
    var id = fields.required("id");
    id.ifPresent(CustomAttribute::check);
    return new CustomAttribute(
        id.map(Value::text).orElse(""),
        fields.required("type").flatMap(v -> v.word(ValueType.class)).orElse(ValueType.ANY));
  }

  /// Whether it can be a name, and is not one already.
  public static boolean isFree(String name) {
    return NAME.matcher(name).matches()
        && !RESERVED.contains(name)
        && !Attributes.DECLARED.containsKey(name)
        && !Attributes.NAMES.containsKey(name);
  }

  private static void check(Value value) {
    var name = value.text();
    if (!isFree(name)) {
      value.fault(
          "this cannot be the name of an attribute",
          "Use letters, digits and _, and no name that conditions know already");
    } else {
      value.once("attribute", name);
    }
  }
}
