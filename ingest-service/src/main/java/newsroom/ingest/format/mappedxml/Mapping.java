package newsroom.ingest.format.mappedxml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where one kind of XML keeps what.
///
/// @param name the kind's name, as in the file
/// @param story the local name of the element that holds one story, the root or below it
/// @param routes of each field the ways to look, in their order
/// @param datePattern as of [java.time.format.DateTimeFormatter]; null for ISO 8601
/// @param subjectScheme what stands before each subject's code, as `iptc-subjectcode`
/// @param subjectDigits codes with fewer digits have lost their leading zeros; 0 where none do
record Mapping(
    String name,
    String story,
    Map<Field, List<Route>> routes,
    @Nullable String datePattern,
    @Nullable String subjectScheme,
    int subjectDigits) {}
