package ca.edsquebec.trackingbms.jobs.simulate.foxbms;

/** A CAN message of 8 bytes being filled in. */
final class Message {

  private final int id;
  private long word;

  Message(int id) {
    this.id = id;
  }

  /**
   * @param value in the field's unit
   * @throws IllegalArgumentException when the field is of another message
   */
  Message with(Field field, double value) {
    if (field.id() != id) {
      throw new IllegalArgumentException("%s is not in 0x%X".formatted(field, id));
    }
    word = field.in(word, value);
    return this;
  }

  Message with(Field flag, boolean set) {
    return with(flag, set ? 1 : 0);
  }

  /** As candump writes it: {@code 233#050E0A1C000C0064}. */
  @Override
  public String toString() {
    return "%03X#%016X".formatted(id, word);
  }
}
