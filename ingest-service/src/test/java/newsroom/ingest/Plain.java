package newsroom.ingest;

/// Wires in [PlainFormat].
final class Plain {

  static final String HARBOUR =
      """
      PLAIN
      guid: wireone-harbour-1
      version: 3
      created: 2026-11-20T08:15:00Z
      headline: Harbour bridge opens after two-year repair

      Ferries stopped at noon and the first lorries crossed.
      The toll is waived until spring.
      """;

  static final String TWO_GOOD_ONE_BAD =
      """
      PLAIN
      guid: mixed-1
      created: 2026-11-20T08:15:00Z
      headline: Valley school wins choir prize
      ----
      guid: mixed-2
      bad: the date “yesterday” is no date.
      ----
      guid: mixed-3
      created: 2026-11-20T08:17:00Z
      headline: Night trains return to the coast line
      """;

  static final String NONSENSE = "PLAIN NONSENSE\n%%%";

  private Plain() {}
}
