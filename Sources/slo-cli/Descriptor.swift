/// An open file descriptor that takes or gives bytes.
struct Descriptor: Sendable, Hashable {
  let number: Int32

  static let standardOutput = Descriptor(number: 1)
  static let standardError = Descriptor(number: 2)

  /// Reads up to `count` bytes; none at the end.
  func read(_ count: Int) throws(SystemError) -> [UInt8] {
    while true {
      do {
        return try Platform.readSome(count, from: number)
      } catch .interrupted {
        continue
      }
    }
  }

  /// Writes all bytes, however few the system takes at a time.
  ///
  /// A signal interrupts a write, and a pipe that another process made non-blocking refuses one;
  /// neither is an error.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      do {
        rest = rest.dropFirst(try Platform.writeSome(rest, to: number))
      } catch .interrupted {
        continue
      } catch .wouldBlock {
        Platform.waitUntilWritable(number)
      }
    }
  }
}
