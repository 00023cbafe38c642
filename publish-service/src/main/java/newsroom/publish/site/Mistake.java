package newsroom.publish.site;

/// A mistake in the file of sites, in one sentence that names the site and the key.
final class Mistake extends IllegalArgumentException {

  Mistake(String sentence) {
    super(sentence);
  }
}
