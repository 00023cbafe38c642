package newsroom.publish.rendition.ninjs;

class Ninjs1FileTests extends NinjsFileTests {

  @Override
  NinjsVersion version() {
    return NinjsVersion.ONE;
  }
}
