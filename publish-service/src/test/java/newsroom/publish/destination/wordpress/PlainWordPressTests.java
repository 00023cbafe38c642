package newsroom.publish.destination.wordpress;

class PlainWordPressTests extends WordPressContract {

  @Override
  boolean plugin() {
    return false;
  }
}
