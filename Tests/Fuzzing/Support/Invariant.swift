import Glibc

/// Ends the fuzzer when something that must always hold does not; the input is kept then.
func require(
  _ condition: Bool,
  _ message: @autoclosure () -> String,
  file: StaticString = #fileID,
  line: UInt = #line
) {
  guard !condition else { return }
  let text = "\(file):\(line): violated: \(message())\n"
  _ = text.withCString { write(2, $0, strlen($0)) }
  abort()
}
