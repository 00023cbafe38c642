package newsroom.publish.rendition.ninjs;

class Ninjs2FileTests extends NinjsFileTests {

  @Override
  NinjsVersion version() {
    return NinjsVersion.TWO;
  }
}
