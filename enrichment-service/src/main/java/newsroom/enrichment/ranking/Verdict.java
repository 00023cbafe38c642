package newsroom.enrichment.ranking;

/// Whether a story that answers may be linked, and why not.
public enum Verdict {
  RELATED("related"),
  ITSELF("a version of the story itself"),
  LATER("news only later"),
  COPY("the same text once more"),
  TELLING("the same story as another agency tells it"),
  NAMESAKE("the same headline once more"),
  WEAK("shares too little");

  private final String reason;

  Verdict(String reason) {
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
