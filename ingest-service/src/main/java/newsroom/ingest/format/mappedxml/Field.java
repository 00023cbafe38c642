package newsroom.ingest.format.mappedxml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a mapping may find in a story; in the file its name is in small letters, with dashes.
enum Field {
  GUID,
  VERSION,
  VERSION_CREATED,
  FIRST_CREATED,
  EMBARGOED,
  EXPIRES,
  PUB_STATUS,
  /// Holds something like `true` in a kill.
  CANCELED,
  /// Holds something like `true` in a correction.
  CORRECTION,
  /// The guid of the item that this one replaces.
  REPLACES,
  SIGNALS,
  URGENCY,
  ED_NOTE,
  HEADLINE,
  SUMMARY,
  SLUGLINE,
  BYLINE,
  DATELINE,
  LOCATED,
  GENRE,
  LANGUAGE,
  CREDITLINE,
  COPYRIGHT_HOLDER,
  COPYRIGHT_NOTICE,
  USAGE_TERMS,
  SUBJECTS,
  PLACES,
  KEYWORDS,
  /// The text, as markup, as escaped HTML or plain.
  BODY,
  /// One element for each picture.
  PICTURES,
  /// From a picture's element.
  HREF,
  /// From a picture's element.
  CAPTION,
  /// From a picture's element.
  CREDIT;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Field::key).toList();
  }
}
