package newsroom.publish.site;

/// How urgent a story is, 1 the most. A story without an urgency is taken where one is asked for,
/// and meets no other rule.
record Urgency(int from, int to, int line) implements Condition {

  @Override
  public boolean holds(Facts facts) {
    var urgency = facts.urgency();
    return urgency != null && urgency >= from && urgency <= to;
  }

  @Override
  public boolean admits(Facts facts) {
    return facts.urgency() == null || holds(facts);
  }

  @Override
  public String missed() {
    return from == 1
        ? "less urgent than " + to + ", the least this site takes"
        : "not of an urgency from " + from + " to " + to + ", as this site takes";
  }

  @Override
  public String met() {
    return "of an urgency from " + from + " to " + to + ", which this site refuses";
  }

  @Override
  public String asks() {
    return "urgency " + from + " to " + to + " (line " + line + ")";
  }

  @Override
  public String said(Facts facts) {
    return facts.urgency() == null
        ? "the story has no urgency"
        : "the story has urgency " + facts.urgency();
  }
}
