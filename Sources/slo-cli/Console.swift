import SLOKit

/// The one place that writes to standard output and standard error.
///
/// Everything it needs from the process is handed in, so that a test can take its place.
struct Console: Sendable {
  /// Something that takes bytes, and whether a person watches it.
  struct Stream: Sendable {
    let isTerminal: Bool
    let write: @Sendable ([UInt8]) throws(SystemError) -> Void
  }

  let output: Stream
  let error: Stream
  let environment: @Sendable (String) -> String?
}

extension Console {
  /// The console of the process.
  static var standard: Console {
    Console(
      output: Stream(.standardOutput),
      error: Stream(.standardError),
      environment: Platform.environmentValue
    )
  }

  /// Prints a result, line breaks included, to standard output.
  ///
  /// - Returns: `.proceed`, which changes no decision it is merged with, when the text was
  ///   written or nobody reads it any more; otherwise `.cannotCreate`, and the reason was
  ///   reported.
  func print(_ text: String) -> ExitStatus {
    do {
      try writeOutput(Array(text.utf8))
      return .proceed
    } catch {
      report(Diagnostic(.unwritableFile, "cannot write to standard output: \(error.message)"))
      return .cannotCreate
    }
  }

  /// Writes to standard output; that its reader left (`head` does) is no error.
  func writeOutput(_ bytes: [UInt8]) throws(SystemError) {
    do {
      try output.write(bytes)
    } catch .brokenPipe {
      return
    }
  }

  /// Prints a message and a line break to standard error.
  ///
  /// Messages quote what strangers wrote. Whoever makes one escapes that, so that a line break in it
  /// is shown and does not break the line; here nothing else that a terminal obeys gets through.
  /// There is nowhere left to tell that this failed.
  func report(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { String($0).escapedForTerminal + "\n" }.joined()
    try? error.write(Array(text.utf8))
  }

  /// Prints a diagnostic to standard error.
  func report(_ diagnostic: Diagnostic) {
    report(diagnostic.description)
  }

  /// Whether results on standard output are to be coloured.
  func usesColor(_ choice: ColorChoice) -> Bool {
    choice.isOn(onTerminal: output.isTerminal, environment: environment)
  }
}

extension Console.Stream {
  /// A stream to an open descriptor.
  init(_ descriptor: Descriptor) {
    isTerminal = Platform.isTerminal(descriptor.number)
    write = descriptor.write
  }
}
