package newsroom.ingest.draft;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import newsroom.schema.Block;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;

/// An event as plain objects, for JSON: the schema's field names, instants in ISO-8601, no field
/// that is null. A block of the body is its content with the kind in front:
/// `{"type": "paragraph", "markup": "…"}`.
final class ArticleFields {

  private ArticleFields() {}

  static Map<String, Object> of(IndexedRecord event) {
    var fields = new LinkedHashMap<String, Object>();
    addAll(event, fields);
    return fields;
  }

  private static void addAll(IndexedRecord event, Map<String, Object> to) {
    for (var field : event.getSchema().getFields()) {
      var value = event.get(field.pos());
      if (value != null) {
        to.put(field.name(), plain(value));
      }
    }
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Block block -> block(block);
      case IndexedRecord inner -> of(inner);
      case Collection<?> all -> all.stream().map(ArticleFields::plain).toList();
      case Instant instant -> DateTimeFormatter.ISO_INSTANT.format(instant);
      case GenericEnumSymbol<?> symbol -> symbol.toString();
      case Enum<?> symbol -> symbol.name();
      case CharSequence text -> text.toString();
      default -> value;
    };
  }

  private static Map<String, Object> block(Block block) {
    var content = (IndexedRecord) block.getContent();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("type", content.getSchema().getName().toLowerCase(Locale.ROOT));
    addAll(content, fields);
    return fields;
  }
}
