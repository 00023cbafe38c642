package newsroom.publish.site;

/// Sites out of YAML that stands in a test.
public final class TestSites {

  private static final String TWO =
      """
        - site: national
          name: The National Desk
          address: http://national.test/
          sections:
            - {path: weather, name: Weather, subjects: [weather]}
            - {path: news, name: News}
          destinations:
            - kind: recording
        - site: harbor
          name: Harbor Daily
          address: http://harbor.test/
          labels: {additional-reporting: MORE}
          refuses: {subjects: [sport]}
          sections:
            - {path: news, name: News}
          destinations:
            - kind: recording
        """;

  private TestSites() {}

  public static Sites of(String yaml) {
    return new ReadSites(text -> text).from(yaml);
  }

  /// Two sites with a recording destination each; the second takes no sport.
  public static Sites two() {
    return of(TWO);
  }

  /// The same two, of which the first links stories of an archive.
  ///
  /// @param lines that the first has besides
  public static Sites withArchive(String... lines) {
    var address = "address: http://national.test/\n";
    var besides = new StringBuilder(address).append("  archive: https://old.test/news/\n");
    for (var line : lines) {
      besides.append("  ").append(line).append('\n');
    }
    return of(TWO.replace(address, besides));
  }

  /// The same two at other addresses.
  public static Sites moved() {
    return of(TWO.replace("http://", "https://www.").replace(".test/", ".example/paper/"));
  }
}
