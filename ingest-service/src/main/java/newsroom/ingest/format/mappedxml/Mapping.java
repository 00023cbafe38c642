package newsroom.ingest.format.mappedxml;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one kind of XML keeps what.
///
/// @param name the kind's name, as in the file
/// @param story the local name of the element that holds one story, the root or below it
/// @param routes of each field the ways to look, in their order
/// @param dates reads dates that are not written by ISO 8601; null where all are
/// @param subjectScheme what stands before each subject's code, as `iptc-subjectcode`
/// @param subjectDigits codes with fewer digits have lost their leading zeros; 0 where none do
record Mapping(
    String name,
    String story,
    Map<Field, List<Route>> routes,
    @Nullable DateTimeFormatter dates,
    @Nullable String subjectScheme,
    int subjectDigits) {}
